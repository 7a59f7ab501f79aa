package capture

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"
)

// wacz yields the pages of the archives within a WACZ file: a zip whose folder
// archive/ holds WARC files.
func (w *walker) wacz(name string, f io.ReaderAt, n int64) error {
	z, err := zip.NewReader(f, n)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return w.skip(name, "it is a zip file that cannot be read: "+err.Error())
	}
	var archives []*zip.File
	for _, e := range z.File {
		if strings.HasPrefix(e.Name, "archive/") && (strings.HasSuffix(e.Name, ".warc") || strings.HasSuffix(e.Name, ".warc.gz")) {
			archives = append(archives, e)
		}
	}
	if len(archives) == 0 {
		return w.skip(name, "it is a zip file and no web archive (WACZ): unpack it and read the folder")
	}
	sort.Slice(archives, func(i, j int) bool { return archives[i].Name < archives[j].Name })
	for _, e := range archives {
		r, err := e.Open()
		if err != nil {
			if err := w.skip(name, fmt.Sprintf("%s in it cannot be read: %v", e.Name, err)); err != nil {
				return err
			}
			continue
		}
		in := &counter{n: int64(e.CompressedSize64)}
		err = w.open(name+"/"+e.Name, &ratio{r: r, in: in, free: w.opts.limit() + 1}, nil, 0, 1)
		r.Close()
		if err != nil {
			return err
		}
	}
	return nil
}
