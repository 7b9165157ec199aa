// Command train learns the weights that tell names of people, bodies, places
// and things apart, from documents of the GUM corpus (CC BY 4.0), and writes
// them for package mention to embed.
//
//	go run ./parse/internal/mention/train -gum DIR [-keep N] [-out FILE]
//
// It is a multiclass averaged perceptron over the features of package mention.
// Documents whose number is divisible by -keep are left out and measured. The
// result depends on nothing but the documents.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"

	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

func main() {
	log.SetFlags(0)
	dir := flag.String("gum", "", "folder with GUM's *.conllu")
	out := flag.String("out", "", "file for the weights; none: only measure")
	keep := flag.Int("keep", 10, "every how many documents one is kept out; 0: none")
	flag.Parse()
	files, err := filepath.Glob(filepath.Join(*dir, "*.conllu"))
	if err != nil || len(files) == 0 {
		log.Fatal("no *.conllu in the folder of -gum")
	}
	sort.Strings(files)
	var train, test []example
	for i, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			log.Fatal(err)
		}
		list := examples(read(string(data)))
		if *keep > 0 && i%*keep == 0 {
			test = append(test, list...)
		} else {
			train = append(train, list...)
		}
	}
	m := learn(train, 5)
	fmt.Printf("examples %d, accuracy on them %.4f\n", len(train), m.accuracy(train))
	if len(test) > 0 {
		fmt.Printf("kept out %d, accuracy %.4f\n", len(test), m.accuracy(test))
	}
	if *out != "" {
		if err := os.WriteFile(*out, m.pack(), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// example is one candidate with its true class.
type example struct {
	features []uint32
	class    int
}

// examples pairs the candidates of a document with the entities marked in it.
func examples(g *document) []example {
	d := token.Split(g.text, g.blocks, g.all)
	tags := tag.Tags(d)
	var list []example
	for _, c := range mention.Candidates(d, tags) {
		if c.Adjective {
			continue
		}
		s := d.Span(c.First, c.End)
		list = append(list, example{c.Features, g.class(s.Start, s.End)})
	}
	return list
}
