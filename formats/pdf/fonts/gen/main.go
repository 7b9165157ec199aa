// Command gen makes the faces in the folder above from the WOFF files of the
// IBM Plex packages. See the README there for how to run it.
//
// Per face it writes NAME.ttf, every character the original has (private use
// aside), and for text that fits Windows-1252 NAME.8bit.z, a smaller face
// already compressed, and NAME.8bit.json, what a document says about it.
package main

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"dossier/formats/pdf/internal/charset"
	"dossier/formats/pdf/internal/sfnt"
)

// face is one output: the package's file, our file, and the names we give it.
// The original's name is reserved by its licence.
type face struct{ woff, out, family, style string }

var faces = []face{
	{"IBMPlexSans-Regular.woff", "sans", "Dossier Sans", "Regular"},
	{"IBMPlexSans-SemiBold.woff", "sans-semibold", "Dossier Sans", "SemiBold"},
	{"IBMPlexSerif-Regular.woff", "serif", "Dossier Serif", "Regular"},
	{"IBMPlexSerif-SemiBold.woff", "serif-semibold", "Dossier Serif", "SemiBold"},
	{"IBMPlexSerif-Italic.woff", "serif-italic", "Dossier Serif", "Italic"},
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: gen FOLDER-OF-WOFF-FILES FOLDER-TO-WRITE")
	}
	for _, f := range faces {
		if err := f.make(os.Args[1], os.Args[2]); err != nil {
			log.Fatalf("gen: %s: %v", f.woff, err)
		}
	}
}

func (f face) make(from, to string) error {
	woff, err := os.ReadFile(filepath.Join(from, f.woff))
	if err != nil {
		return err
	}
	full, err := sfnt.Unwrap(woff)
	if err != nil {
		return err
	}
	names := sfnt.Names{
		Family: f.family, Style: f.style,
		Copyright: "Copyright © 2017 IBM Corp. A subset under another name, made for dossier.",
		License:   "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
	}
	var all []rune
	for r := rune(0x20); r < 0xFFFE; r++ {
		if private := r >= 0xE000 && r < 0xF900; !private && full.Glyph(r) != 0 {
			all = append(all, r)
		}
	}
	ttf := full.Subset(all, names)
	if err := os.WriteFile(filepath.Join(to, f.out+".ttf"), ttf, 0o644); err != nil {
		return err
	}
	fmt.Printf("%-15s %4d characters, %6d bytes", f.out, len(all), len(ttf))
	return f.eightBit(full, names, to)
}

// eightBit writes the face for text of the 8-bit character set.
func (f face) eightBit(full *sfnt.Font, names sfnt.Names, to string) error {
	var runes []rune
	for _, r := range charset.Runes() {
		if r != 0 {
			runes = append(runes, r)
		}
	}
	ttf := full.Subset(runes, names)
	var packed bytes.Buffer
	z, err := zlib.NewWriterLevel(&packed, zlib.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(ttf); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	fmt.Printf("; 8-bit %5d bytes\n", packed.Len())
	if err := os.WriteFile(filepath.Join(to, f.out+".8bit.z"), packed.Bytes(), 0o644); err != nil {
		return err
	}
	small, err := sfnt.Parse(ttf)
	if err != nil {
		return err
	}
	about, err := json.Marshal(f.definition(small, names, len(ttf)))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(to, f.out+".8bit.json"), append(about, '\n'), 0o644)
}

// definition is a font definition as fpdf reads it.
func (f face) definition(small *sfnt.Font, names sfnt.Names, size int) map[string]any {
	var widths [256]int
	for code, r := range charset.Runes() {
		widths[code] = small.Advance(small.Glyph(r))
	}
	b := small.BBox
	flags := 32 // nonsymbolic
	if small.ItalicAngle != 0 {
		flags |= 64
	}
	return map[string]any{
		"Tp": "TrueType", "Name": names.PostScript(), "Cw": widths, "Enc": "cp1252",
		"Diff": charset.Differences, "File": f.out + ".z", "OriginalSize": size,
		"Desc": map[string]any{
			"Ascent": small.Milli(small.Ascent), "Descent": small.Milli(small.Descent),
			"CapHeight": small.Milli(small.CapHeight), "Flags": flags,
			"FontBBox": map[string]int{
				"Xmin": small.Milli(b[0]), "Ymin": small.Milli(b[1]),
				"Xmax": small.Milli(b[2]), "Ymax": small.Milli(b[3]),
			},
			"ItalicAngle": int(small.ItalicAngle), "StemV": 50 + (small.Weight/65)*(small.Weight/65),
			"MissingWidth": small.Advance(0),
		},
	}
}
