// Command train makes the tagger's weights from GUM, the Georgetown University
// Multilayer corpus, in CoNLL-U files:
//
//	go run ./parse/internal/tag/train -gum DIR -o parse/internal/tag/weights.bin
//
// It first trains without every fifth document of each genre and prints the
// accuracy on those; the weights it writes are then trained on all documents,
// in both cases with the hand-tagged sentences of news.txt and lexicon.tsv.
// The same files give the same bytes. It does not choose settings: those are
// constants here, settled by the printed figure.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"

	"dossier/parse/internal/tag"
)

func main() {
	log.SetFlags(0)
	gum := flag.String("gum", "", "folder of GUM's *.conllu files")
	out := flag.String("o", "", "file for the weights; without it only the accuracy is printed")
	flag.Parse()
	if err := run(*gum, *out); err != nil {
		log.Fatal(err)
	}
}

func run(dir, out string) error {
	docs, err := Read(dir)
	if err != nil {
		return err
	}
	news := Tagged(newsText)
	kept, rest := Hold(docs)
	right, all := Score(Train(append(rest, news)), kept)
	fmt.Printf("%d documents kept out: %d of %d tokens right, %.2f %%\n",
		len(kept), right, all, 100*float64(right)/float64(all))
	if out == "" {
		return nil
	}
	weights := Train(append(docs, news))
	fmt.Printf("weights of all %d documents: %d bytes\n", len(docs), len(weights))
	return os.WriteFile(out, []byte(weights), 0o644)
}

// Score counts the tokens of docs that weights tag as GUM does, and all that
// have a tag.
func Score(weights tag.Weights, docs []Document) (right, all int) {
	for _, d := range docs {
		for i, t := range weights.Tags(d.Doc) {
			if d.Gold[i] == tag.None {
				continue
			}
			all++
			if t == d.Gold[i] {
				right++
			}
		}
	}
	return right, all
}
