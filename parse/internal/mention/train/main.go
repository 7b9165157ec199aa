// Command train learns the weights that tell names of people, bodies, places
// and things apart, from documents of the GUM corpus (CC BY 4.0), and writes
// them for package mention to embed.
//
//	go run ./parse/internal/mention/train -gum DIR [-keep N] [-out FILE]
//
// It is a multiclass averaged perceptron over the features of package mention.
// It is measured in -keep folds: each learns from the other documents. What is
// written is learnt from all, and depends on nothing but the documents.
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
	keep := flag.Int("keep", 10, "in how many folds to measure; 0: none")
	flag.Parse()
	files, err := filepath.Glob(filepath.Join(*dir, "*.conllu"))
	if err != nil || len(files) == 0 {
		log.Fatal("no *.conllu in the folder of -gum")
	}
	sort.Strings(files)
	docs := make([][]example, len(files))
	for i, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			log.Fatal(err)
		}
		docs[i] = examples(read(string(data)))
	}
	if *keep > 1 {
		right, all := 0, 0
		for fold := range *keep {
			train, test := parts(docs, *keep, fold)
			right += learn(train).right(test)
			all += len(test)
		}
		fmt.Printf("kept out %d examples in %d folds, accuracy %.4f\n", all, *keep, float64(right)/float64(max(1, all)))
	}
	if *out != "" {
		all, _ := parts(docs, len(docs)+1, len(docs))
		if err := os.WriteFile(*out, learn(all).pack(), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// parts splits the documents: every n-th, from fold on, is for the test.
func parts(docs [][]example, n, fold int) (train, test []example) {
	for i, list := range docs {
		if i%n == fold {
			test = append(test, list...)
		} else {
			train = append(train, list...)
		}
	}
	return train, test
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
