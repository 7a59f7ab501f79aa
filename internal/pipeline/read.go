package pipeline

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/capture"
	"github.com/stemma-news/stemma/internal/store"
)

// Source yields pages until yield fails, and returns that error or its own.
type Source func(ctx context.Context, yield func(capture.Page) error) error

// Options of Read.
type Options struct {
	// Again reads every page again, whether it was read before or not.
	Again bool
	// Progress is called after each page, from one goroutine.
	Progress func(page string)
	// Resolving is called before pages are held against pages, with how many
	// there are.
	Resolving func(pages int)
}

// Report says what a Read did.
type Report struct {
	Offered  []string      // captures offered, in the order they came, each once
	New      int           // captures that were not in the record
	Known    int           // captures that were
	Skips    []stemma.Skip // of pages offered that could not be taken in
	Read     int           // captures whose articles were read anew
	Resolved bool          // whether a new generation was published
}

// done is what was made of one page, to be written.
type done struct {
	page     string
	skip     *stemma.Skip
	from     string          // the file or address it came from
	captured *store.Captured // nil where it is known
	packed   store.Packed
	capture  string
	label    string // a new label of a known capture
	readings []store.Reading
	mentions []store.Mentions
	late     []stemma.Skip // skips that the next run may not find
	err      error
}

// Read takes the pages of src into the record, reads whatever was not read
// yet, and publishes what is resolved from all of it. Killed anywhere, it goes
// on where it was when it is run again.
func Read(ctx context.Context, st *store.Store, src Source, opts Options) (*Report, error) {
	rep := &Report{}
	forgotten, err := forgottenIn(ctx, st)
	if err != nil {
		return rep, err
	}
	skipped, err := skippedIn(ctx, st)
	if err != nil {
		return rep, err
	}
	k := &keeper{st: st, skipped: skipped, rep: rep}
	w := &worker{st: st, forgotten: forgotten, again: opts.Again}
	if src != nil {
		err := parallel(ctx, src, w.take, func(ds []done) error { return k.keep(ctx, ds, opts.Progress) })
		if err != nil {
			return rep, err
		}
	}
	stale, err := staleIn(ctx, st, opts.Again && src == nil)
	if err != nil {
		return rep, err
	}
	if len(stale) > 0 {
		src := func(ctx context.Context, yield func(capture.Page) error) error {
			for _, c := range stale {
				if err := yield(capture.Page{Capture: c}); err != nil {
					return err
				}
			}
			return nil
		}
		k.rep = &Report{}
		err := parallel(ctx, src, w.renew, func(ds []done) error { return k.keep(ctx, ds, nil) })
		if err != nil {
			return rep, err
		}
		rep.Read += len(stale)
	}
	rep.Resolved, err = Publish(ctx, st, opts)
	return rep, err
}

// forgottenIn gives, by capture, the corrections in force that forget it.
func forgottenIn(ctx context.Context, st *store.Store) (map[string]stemma.Correction, error) {
	all, err := st.Corrections(ctx)
	if err != nil {
		return nil, err
	}
	out := map[string]stemma.Correction{}
	for _, c := range store.InForce(all) {
		if c.Verb == "forget" {
			for _, o := range c.Operands {
				out[o.Capture] = c
			}
		}
	}
	return out, nil
}

// skippedIn gives the pages of which skips are kept.
func skippedIn(ctx context.Context, st *store.Store) (map[string]bool, error) {
	all, err := st.Skips(ctx)
	if err != nil {
		return nil, err
	}
	out := map[string]bool{}
	for _, k := range all {
		out[k.Page] = true
	}
	return out, nil
}

// staleIn returns the captures of the record that no run has read with the
// present stages, or all of them.
func staleIn(ctx context.Context, st *store.Store, all bool) ([]stemma.Capture, error) {
	found, err := st.ReadingKeys(ctx, stageFind)
	if err != nil {
		return nil, err
	}
	var out []stemma.Capture
	err = st.Captures(ctx, func(c stemma.Capture) error {
		if all || found[c.ID] != findKey(extractKey(&c)) {
			out = append(out, c)
		}
		return nil
	})
	return out, err
}

type worker struct {
	st        *store.Store
	forgotten map[string]stemma.Correction
	again     bool
}

// Seal returns the capture of a page, with its digest and id.
func Seal(p capture.Page) stemma.Capture {
	c := p.Capture
	c.Type, c.SHA256, c.Bytes = "capture", store.Digest(p.Body), len(p.Body)
	c.ID = stemma.NewCaptureID(c.SHA256, c.URL, c.At)
	return c
}

// take makes a page ready to be kept, and reads it unless it was read.
func (w *worker) take(ctx context.Context, p capture.Page) done {
	if p.Skip != nil {
		return done{page: p.Skip.Page, skip: p.Skip, from: p.From}
	}
	c := Seal(p)
	d := done{page: c.Page, capture: c.ID, from: p.From}
	if f, ok := w.forgotten[c.ID]; ok {
		k := stemma.NewSkip(c.Page, "capture", fmt.Sprintf("forgotten on %s; `stemma undo RECORD %s` lets it in again", f.At.Format("2 January 2006"), f.ID))
		return done{page: c.Page, skip: &k, from: p.From}
	}
	have, err := w.st.Capture(ctx, c.ID)
	switch {
	case err == nil:
		same := have.Grade == c.Grade && have.Media == c.Media && have.Charset == c.Charset
		if !same { // the record decides which of the two tellings stands
			d.captured, d.packed = &store.Captured{Capture: c, Meta: p.Meta}, store.Pack(c.SHA256, p.Body)
		}
		if have.Page != c.Page {
			d.label = c.Page
		}
		if same && !w.again {
			return d // a reading that is stale or missing is made by renew
		}
		if !same {
			return d
		}
	case errors.Is(err, store.ErrNotFound):
		d.captured, d.packed = &store.Captured{Capture: c, Meta: p.Meta}, store.Pack(c.SHA256, p.Body)
	default:
		d.err = err
		return d
	}
	w.find(&d, &c, p.Body)
	return d
}

// renew reads a capture of the record again.
func (w *worker) renew(ctx context.Context, p capture.Page) done {
	d := done{page: p.Page, capture: p.ID}
	body, err := w.st.Payload(ctx, p.ID)
	if errors.Is(err, store.ErrDamaged) {
		k := stemma.NewSkip(p.Page, "capture", "its bytes in the record are damaged: read the page again from where it came, or take the record from a backup")
		d.skip = &k
		return d
	}
	if err != nil {
		d.err = err
		return d
	}
	w.find(&d, &p.Capture, body)
	return d
}

// find runs the stages over a page.
func (w *worker) find(d *done, c *stemma.Capture, body []byte) {
	xk := extractKey(c)
	x, late := Extract(c, body)
	if late {
		d.late = append(d.late, x.Skips...)
		return
	}
	d.readings = append(d.readings, store.NewReading(c.ID, stageExtract, xk, pack(&x)))
	f, late := Find(x.Articles)
	if late {
		d.late = append(d.late, f.Skips...)
		return
	}
	for i := range f.Mentions {
		m, err := store.NewMentions(&f.Mentions[i])
		if err != nil {
			d.err = err
			return
		}
		d.mentions = append(d.mentions, m)
	}
	f.Mentions = nil
	d.readings = append(d.readings, store.NewReading(c.ID, stageFind, findKey(xk), pack(&f)))
}

// keeper writes what was made of pages. It is used from one goroutine.
type keeper struct {
	st      *store.Store
	skipped map[string]bool // pages of which skips of an earlier run are kept
	rep     *Report
}

// keep writes what was made of some pages in one transaction, or none where
// there is nothing to write.
func (k *keeper) keep(ctx context.Context, ds []done, progress func(string)) error {
	writes := false
	for _, d := range ds {
		if d.err != nil {
			return d.err
		}
		writes = writes || d.writes() || k.skipped[d.page] || k.skipped[d.from]
	}
	if writes {
		if err := k.st.Write(ctx, func(tx *store.Tx) error { return k.write(tx, ds) }); err != nil {
			return err
		}
	}
	for _, d := range ds {
		delete(k.skipped, d.page)
		delete(k.skipped, d.from)
		k.rep.count(d)
		if progress != nil {
			progress(d.page)
		}
	}
	return nil
}

func (k *keeper) write(tx *store.Tx, ds []done) error {
	for _, d := range ds {
		for _, page := range []string{d.page, d.from} {
			if k.skipped[page] {
				if err := tx.ClearSkips(page); err != nil {
					return err
				}
			}
		}
	}
	var captured []string
	for _, d := range ds {
		if err := keepOne(tx, d); err != nil {
			return err
		}
		if d.captured != nil {
			captured = append(captured, d.capture)
		}
	}
	if len(captured) == 0 {
		return nil
	}
	slices.Sort(captured)
	return tx.Log("captured", map[string]any{"captures": slices.Compact(captured)})
}

// writes reports whether there is anything to write.
func (d done) writes() bool {
	return d.skip != nil || d.captured != nil || d.label != "" || len(d.readings)+len(d.late) > 0
}

func keepOne(tx *store.Tx, d done) error {
	if d.skip != nil {
		return tx.AddSkip(*d.skip)
	}
	if d.captured != nil {
		if err := tx.AddCapture(*d.captured, d.packed); err != nil {
			return err
		}
	}
	if d.label != "" {
		if err := tx.AddLabel(d.capture, d.label); err != nil {
			return err
		}
	}
	for _, r := range d.readings {
		if err := tx.PutReading(r); err != nil {
			return err
		}
	}
	if len(d.readings) > 0 {
		if err := tx.PutMentions(d.capture, d.mentions); err != nil {
			return err
		}
	}
	for _, k := range d.late {
		k.Page = d.page
		if err := tx.AddSkip(k); err != nil {
			return err
		}
	}
	return nil
}

func (rep *Report) count(d done) {
	if d.skip != nil {
		rep.Skips = append(rep.Skips, *d.skip)
		return
	}
	rep.Offered = append(rep.Offered, d.capture)
	if d.captured != nil {
		rep.New++
	} else {
		rep.Known++
	}
	if len(d.readings) > 0 {
		rep.Read++
	}
}

// Bounds of what is held in memory between a source and the record.
const (
	batchPages = 64
	batchBytes = 16 << 20
)

// parallel runs work over the pages of src on every processor, and hands what
// comes of them to keep in batches, from one goroutine, in the order in which
// they are done.
func parallel(ctx context.Context, src Source, work func(context.Context, capture.Page) done, keep func([]done) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	pages := make(chan capture.Page)
	results := make(chan done, batchPages)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for p := range pages {
				results <- work(ctx, p)
			}
		})
	}
	go func() {
		err := src(ctx, func(p capture.Page) error {
			select {
			case pages <- p:
				return nil
			case <-ctx.Done():
				return context.Cause(ctx)
			}
		})
		if err != nil {
			cancel(err)
		}
		close(pages)
		wg.Wait()
		close(results)
	}()
	var failed error
	var batch []done
	size := 0
	flush := func() {
		if len(batch) > 0 && failed == nil {
			if failed = keep(batch); failed != nil {
				cancel(failed)
			}
		}
		batch, size = nil, 0
	}
	for d := range results {
		batch = append(batch, d)
		size += d.size()
		if len(batch) >= batchPages || size >= batchBytes {
			flush()
		}
	}
	flush()
	if failed == nil && ctx.Err() != nil {
		failed = context.Cause(ctx)
	}
	return failed
}

func (d done) size() int {
	n := d.packed.Size()
	for _, r := range d.readings {
		n += r.Size()
	}
	return n
}
