package formats

import "dossier/article"

// readPage reads a whole page of HTML that a container holds.
func readPage(in Input, raw []byte, charset string) (*article.Article, error) {
	d, err := decodeDeclared(raw, charset)
	if err != nil {
		return nil, err
	}
	b := newBuilder(&source{})
	readFragment(b, &d.source, nil)
	if b.blocks == 0 {
		return nil, ErrEmpty
	}
	return b.finish(EML, in, &d, raw), nil
}
