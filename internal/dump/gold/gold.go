// Package gold reads dumps of pages whose article people have marked, to train
// and to measure on. The data stand outside the repository.
package gold

import (
	"archive/tar"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path"
	"path/filepath"
	"sort"
	"strings"
)

// Page is a dump and what people found in it.
type Page struct {
	Name string // "0042"
	Kind string // "article" or "forum"
	Dump string
	// Body is the text of the article, or of all posts.
	Body, Title, Author, Published string
}

// Pages returns the pages of the data folder, sorted by name. Pages of even
// index are for tuning, those of odd index for reporting.
func Pages(dir string) ([]Page, error) {
	by := map[string]*Page{}
	page := func(name string) *Page {
		if by[name] == nil {
			by[name] = &Page{Name: name}
		}
		return by[name]
	}
	err := each(filepath.Join(dir, "reading", "dumps", "wcxb-dev-dumps.tar.xz"), func(name string, b []byte) error {
		if n, ok := strings.CutSuffix(path.Base(name), ".txt"); ok {
			page(n).Dump = string(b)
		}
		return nil
	})
	for _, set := range []string{"article", "forum"} {
		if err != nil {
			break
		}
		err = each(filepath.Join(dir, "reading", "wcxb-"+set, "wcxb-dev-"+set+".tar.xz"), func(name string, b []byte) error {
			n, ok := strings.CutSuffix(path.Base(name), ".json")
			if !ok || path.Base(path.Dir(name)) != "ground-truth" {
				return nil
			}
			var g struct {
				Truth struct {
					Title, Author string
					Published     string `json:"publish_date"`
					Body          string `json:"main_content"`
				} `json:"ground_truth"`
			}
			if err := json.Unmarshal(b, &g); err != nil {
				return fmt.Errorf("read %s: %w", name, err)
			}
			p := page(n)
			p.Kind, p.Body, p.Title, p.Author, p.Published = set, g.Truth.Body, g.Truth.Title, g.Truth.Author, g.Truth.Published
			return nil
		})
	}
	if err != nil {
		return nil, err
	}
	out := make([]Page, 0, len(by))
	for _, p := range by {
		if p.Kind != "" {
			out = append(out, *p)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out, nil
}

// each calls do for every file of a tar.xz; xz is the system's.
func each(file string, do func(name string, b []byte) error) error {
	cmd := exec.Command("xz", "-dc", file)
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("unpack %s: %w", file, err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("unpack %s: %w", file, err)
	}
	defer cmd.Wait()
	r := tar.NewReader(pipe)
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("unpack %s: %w", file, err)
		}
		if ext := path.Ext(h.Name); ext != ".txt" && ext != ".json" && ext != ".html" {
			continue
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return fmt.Errorf("unpack %s: %w", file, err)
		}
		if err := do(h.Name, b); err != nil {
			return err
		}
	}
}
