// Command gen writes invented articles: for measuring and for trying things out.
//
//	go run ./cmd/dossier/internal/invent/gen -n 10000 -size 4096 -o news
//	go run ./cmd/dossier/internal/invent/gen -n 200000 -form jsonl > records.jsonl
//
// Files are spread over folders of a hundred. With -damaged, that many of them,
// evenly spread, are worthless in ten different ways.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"dossier/cmd/dossier/internal/invent"
)

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 1000, "number of articles")
	size := flag.Int("size", 4096, "length of an article in bytes")
	seed := flag.Uint64("seed", 1, "of the choice of words")
	form := flag.String("form", "", "text, markdown, html or jsonl; default: text and markdown in turn")
	damaged := flag.Int("damaged", 0, "number of worthless files among them")
	dir := flag.String("o", "", "folder of the files; default: all to the standard output")
	flag.Parse()
	forms, err := choose(*form)
	if err == nil && *dir == "" {
		err = stream(*seed, *n, *size, forms[0])
	} else if err == nil {
		err = tree(*dir, *seed, *n, *size, *damaged, forms)
	}
	if err != nil {
		log.Fatal("gen: ", err)
	}
}

func choose(name string) ([]invent.Form, error) {
	if name == "" {
		return invent.Forms[:2], nil
	}
	for _, f := range invent.Forms {
		if f.Name == name {
			return []invent.Form{f}, nil
		}
	}
	return nil, fmt.Errorf("unknown form %s", name)
}

func stream(seed uint64, n, size int, f invent.Form) error {
	out := bufio.NewWriter(os.Stdout)
	for i := range n {
		if _, err := out.Write(f.Write(invent.New(seed, i, size))); err != nil {
			return err
		}
	}
	return out.Flush()
}

func tree(dir string, seed uint64, n, size, damaged int, forms []invent.Form) error {
	bad := 0
	for i := range n {
		sub := filepath.Join(dir, fmt.Sprintf("%03d", i/100))
		if err := os.MkdirAll(sub, 0o777); err != nil {
			return err
		}
		f := forms[i%len(forms)]
		ext, b := f.Ext, f.Write(invent.New(seed, i, size))
		if (i+1)*damaged/n > bad {
			d := invent.Damages[bad%len(invent.Damages)]
			bad++
			ext, b = d.Ext, d.Do(b)
		}
		if err := os.WriteFile(filepath.Join(sub, fmt.Sprintf("%06d%s", i, ext)), b, 0o666); err != nil {
			return err
		}
	}
	return nil
}
