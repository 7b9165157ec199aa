package formats

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// zipFile is a ZIP archive whose members are read by name, within limits: the
// number of entries, the bytes of a member, and how much it grows.
type zipFile struct {
	*zip.Reader
	limit int64
}

// maxEntries bounds the entries of an archive; office documents have dozens.
const maxEntries = 4096

func openZip(raw []byte, limit int64) (zipFile, error) {
	r, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return zipFile{}, fmt.Errorf("%w: no ZIP archive: %w", ErrBroken, err)
	}
	if len(r.File) > maxEntries {
		return zipFile{}, fmt.Errorf("%w: an archive of %d entries, more than %d", ErrTooLarge, len(r.File), maxEntries)
	}
	return zipFile{r, limit}, nil
}

// member is the bytes of an entry; ok is false if there is none of that name.
func (z zipFile) member(name string) (raw []byte, ok bool, err error) {
	for _, f := range z.File {
		if f.Name != name && strings.ReplaceAll(f.Name, `\`, "/") != name {
			continue
		}
		raw, err := z.read(f)
		return raw, true, err
	}
	return nil, false, nil
}

func (z zipFile) read(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: member %s: %w", ErrBroken, f.Name, err)
	}
	defer r.Close()
	limit := min(z.limit, max(minExpansion, int64(f.CompressedSize64)*maxExpansion))
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: member %s: %w", ErrBroken, f.Name, err)
	case int64(len(raw)) > z.limit:
		return nil, fmt.Errorf("%w: member %s has more than %s", ErrTooLarge, f.Name, sizeText(z.limit))
	case int64(len(raw)) > limit:
		return nil, fmt.Errorf("%w: member %s grows more than %d-fold", ErrTooLarge, f.Name, maxExpansion)
	}
	return raw, nil
}
