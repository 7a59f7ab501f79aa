package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/store"
)

// snapshot is what a generation is made of, without the readings themselves.
type snapshot struct {
	captures    []stemma.Capture
	extracted   map[string]string // key of each capture's reading
	found       map[string]string
	skips       []stemma.Skip
	corrections []stemma.Correction
	digest      string
}

// inputs takes a snapshot of the record.
func inputs(ctx context.Context, st *store.Store) (*snapshot, error) {
	s := &snapshot{}
	var err error
	if s.extracted, err = st.ReadingKeys(ctx, stageExtract); err != nil {
		return nil, err
	}
	if s.found, err = st.ReadingKeys(ctx, stageFind); err != nil {
		return nil, err
	}
	if s.skips, err = st.Skips(ctx); err != nil {
		return nil, err
	}
	if s.corrections, err = st.Corrections(ctx); err != nil {
		return nil, err
	}
	h := sha256.New()
	fmt.Fprintf(h, "%s\n", resolveKey())
	err = st.Captures(ctx, func(c stemma.Capture) error {
		s.captures = append(s.captures, c)
		fmt.Fprintf(h, "%q %q %q %q %q %q %q\n", c.ID, c.Page, c.Grade, c.Media, c.Charset, s.extracted[c.ID], s.found[c.ID])
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, k := range s.skips {
		fmt.Fprintf(h, "skip %q %q %q\n", k.Page, k.Stage, k.Why)
	}
	for _, c := range s.corrections {
		io.WriteString(h, "correction "+c.ID+"\n")
	}
	s.digest = hex.EncodeToString(h.Sum(nil))
	return s, nil
}

// tries is how often a generation is made anew because another program added
// to the record while it was made.
const tries = 5

// Publish resolves the record and publishes the result, unless nothing it is
// made of has changed. It reports whether it published.
func Publish(ctx context.Context, st *store.Store, o Options) (bool, error) {
	for range tries {
		s, err := inputs(ctx, st)
		if err != nil {
			return false, err
		}
		have, err := st.Inputs(ctx)
		if err != nil {
			return false, err
		}
		if have == s.digest && !o.Again {
			return false, nil
		}
		if o.Resolving != nil {
			o.Resolving(len(s.captures))
		}
		in, err := load(ctx, st, s)
		if err != nil {
			return false, err
		}
		if err := ctx.Err(); err != nil {
			return false, err
		}
		lines, err := Resolve(in).Lines()
		if err != nil {
			return false, err
		}
		now := s
		err = st.Write(ctx, func(tx *store.Tx) error {
			if now, err = inputs(ctx, st); err != nil || now.digest != s.digest {
				return err
			}
			if err := tx.Publish(s.digest, lines); err != nil {
				return err
			}
			return tx.Log("published", map[string]any{"inputs": s.digest, "lines": len(lines)})
		})
		if err != nil {
			return false, err
		}
		if now.digest == s.digest {
			return true, nil
		}
	}
	return false, errors.New("publish: another program keeps adding to the record: run `stemma read` again when it is done")
}

// load reads the readings of a snapshot, on every processor.
func load(ctx context.Context, st *store.Store, s *snapshot) (Input, error) {
	type one struct {
		x   Extracted
		f   Found
		err error
	}
	all := make([]one, len(s.captures))
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				o := &all[i]
				o.x, o.f, o.err = loadOne(ctx, st, s, s.captures[i].ID)
			}
		})
	}
	for i := range all {
		next <- i
	}
	close(next)
	wg.Wait()
	in := NewInput(s.corrections)
	in.Skips = append(in.Skips, s.skips...)
	for i, c := range s.captures {
		if all[i].err != nil {
			return in, all[i].err
		}
		in.Add(c, all[i].x, all[i].f)
	}
	return in, nil
}

func loadOne(ctx context.Context, st *store.Store, s *snapshot, id string) (x Extracted, f Found, err error) {
	b, err := st.Reading(ctx, id, stageExtract, s.extracted[id])
	if errors.Is(err, store.ErrNotFound) {
		return x, f, nil
	} else if err != nil {
		return x, f, err
	}
	if x, err = unpack[Extracted](b, id); err != nil {
		return x, f, err
	}
	b, err = st.Reading(ctx, id, stageFind, s.found[id])
	if errors.Is(err, store.ErrNotFound) {
		return x, f, nil
	} else if err != nil {
		return x, f, err
	}
	f, err = unpack[Found](b, id)
	return x, f, err
}

// NewInput returns an input without pages.
func NewInput(corrections []stemma.Correction) Input {
	return Input{Facts: map[string]stemma.Facts{}, Corrections: corrections, InForce: store.InForce(corrections)}
}

// Add adds what was read in one capture. It takes x and f over. Articles that
// come without their capture keep the page they say they stand on.
func (in *Input) Add(c stemma.Capture, x Extracted, f Found) {
	if c.ID != "" {
		in.Captures = append(in.Captures, c)
	}
	for i := range x.Articles {
		if c.ID != "" {
			x.Articles[i].Page = c.Page
		}
		if i < len(f.Facts) {
			in.Facts[x.Articles[i].ID] = f.Facts[i]
		}
	}
	in.Articles = append(in.Articles, x.Articles...)
	in.Mentions = append(in.Mentions, f.Mentions...)
	for _, k := range append(x.Skips, f.Skips...) {
		k.Type, k.Page = "skip", c.Page
		in.Skips = append(in.Skips, k)
	}
}
