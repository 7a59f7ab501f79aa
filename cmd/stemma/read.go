package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/stemma-news/stemma/internal/capture"
	"github.com/stemma-news/stemma/internal/pipeline"
	"github.com/stemma-news/stemma/internal/store"
	"github.com/stemma-news/stemma/internal/view"
)

type readOptions struct {
	record string
	again  bool
	quiet  bool
	csv    string
	max    int64
}

func readCommand() *cobra.Command {
	var o readOptions
	c := &cobra.Command{
		Use:   "read [-o RECORD] PATH|URL...",
		Short: "Read pages into a record, then print what it found",
		Long: `Read pages into a record, then print what it found.

A PATH is a file or a folder, which is walked. Pages of HTML, text copied from
pages, chats and channels, exports of press databases, .mhtml, .eml, feeds, WARC
and WACZ archives, tables and packed files are told apart by their content. A
page that was read before is not read again, and a run that was stopped goes on
where it was. A URL is fetched, one page.`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(errors.New("nothing to read was named"), "name a folder, a file or a URL: `stemma read FOLDER`")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return read(c, o, args) },
	}
	c.Flags().StringVarP(&o.record, "output", "o", "", "the `RECORD` to read into (default: named for what is read, in the current folder)")
	c.Flags().BoolVar(&o.again, "again", false, "read pages anew even if they were read before")
	c.Flags().BoolVarP(&o.quiet, "quiet", "q", false, "print nothing but errors")
	c.Flags().StringVar(&o.csv, "csv", "", "the `COLUMNS` of tables: text=COL,title=COL,outlet=COL,url=COL,date=COL")
	c.Flags().Int64Var(&o.max, "max-page", capture.MaxPage>>20, "the size in `MB` above which a page is skipped")
	return c
}

func read(c *cobra.Command, o readOptions, args []string) error {
	columns, err := capture.ParseColumns(o.csv)
	if err != nil {
		return usage(err, "name the columns by their headings: -csv text=BODY,title=HEADLINE,outlet=PAPER,url=LINK,date=DAY")
	}
	ran = true
	record := o.record
	if record == "" {
		record = recordName(args)
	}
	if i := slices.IndexFunc(args, isRecord); i >= 0 {
		return usage(fmt.Errorf("%s is a record, and read takes pages", args[i]), "`stemma show "+args[i]+"` shows what it holds; `stemma read -o "+args[i]+" FOLDER` reads more into it")
	}
	if err := allMissing(args); err != nil {
		return err
	}
	_, err = os.Stat(record)
	fresh := errors.Is(err, fs.ErrNotExist)
	st, err := store.Create(record)
	if errors.Is(err, store.ErrNotRecord) || errors.Is(err, store.ErrNewer) {
		_, err = openRecord(record)
		return err
	}
	if err != nil {
		return fail(fmt.Errorf("the record %s cannot be made: %w", record, err), "name another place with -o")
	}
	defer st.Close()
	if o.record == "" && !o.quiet {
		fmt.Fprintf(os.Stderr, "reading into %s\n", record)
	}
	bar := newBar(args, o.quiet)
	rep, err := pipeline.Read(c.Context(), st,
		func(ctx context.Context, yield func(capture.Page) error) error {
			return capture.Walk(ctx, args, capture.Options{CSV: columns, MaxPage: o.max << 20}, yield)
		},
		pipeline.Options{Again: o.again, Progress: func(string) { bar.add() }, Resolving: bar.resolving})
	bar.finish()
	if err != nil {
		return err
	}
	nothing := fresh && len(rep.Offered) == 0 && len(rep.Skips) <= 1 // not even what to look up
	if !o.quiet && !nothing {
		if err := view.Summary(c.Context(), c.OutOrStdout(), st, width()); err != nil {
			return err
		}
		same, n := "", len(rep.Offered)
		slices.Sort(rep.Offered)
		rep.Offered = slices.Compact(rep.Offered)
		if d := n - len(rep.Offered); d > 0 {
			same = fmt.Sprintf(", %d the same as another to the byte", d)
		}
		fmt.Fprintf(c.OutOrStdout(), "\n%s read into %s, %d of them new%s. `stemma show %[2]s` tells all.\n", many(n, "page"), record, min(rep.New, len(rep.Offered)), same)
	}
	if ok, err := anyArticle(c.Context(), st, rep); err != nil || ok {
		return err
	}
	why := "no article was found in what was read"
	if len(rep.Skips) == 1 && len(rep.Offered) == 0 {
		why = rep.Skips[0].Page + ": " + rep.Skips[0].Why
	}
	if nothing {
		if err := errors.Join(st.Close(), os.Remove(record)); err != nil {
			return err
		}
		return fail(errors.New("nothing could be read: "+why), "name a folder with pages, or one page; no record was made")
	}
	return fail(errors.New("nothing could be read: "+why), "`stemma show "+record+" skips` says why for each page")
}

// recordName is the record named for a path: "pages/myanmar" -> "myanmar.stemma";
// of several for the folder they stand in.
func recordName(args []string) string {
	path, base := args[0], ""
	if len(args) > 1 && !capture.IsURL(path) {
		if path = filepath.Dir(filepath.Clean(path)); slices.ContainsFunc(args[1:], func(a string) bool { return filepath.Dir(filepath.Clean(a)) != path }) {
			path = "."
		}
	}
	if capture.IsURL(path) {
		if u, err := url.Parse(path); err == nil {
			base = u.Hostname()
		}
	} else {
		abs, err := filepath.Abs(path)
		if err != nil {
			abs = path
		}
		base = filepath.Base(abs)
		if st, err := os.Stat(path); err != nil || !st.IsDir() {
			for ext := filepath.Ext(base); ext != "" && ext != base && len(ext) <= 6; ext = filepath.Ext(base) {
				base = strings.TrimSuffix(base, ext)
			}
		}
	}
	if base == "" || base == "." || base == string(filepath.Separator) {
		base = "record"
	}
	return base + ".stemma"
}

// allMissing refuses a run of which no path exists, before a record is made.
func allMissing(args []string) error {
	for _, a := range args {
		if capture.IsURL(a) {
			return nil
		}
		if i := strings.Index(a, "://"); i > 0 {
			return usage(fmt.Errorf("%s: addresses of http and https are fetched, not of %s", a, a[:i]), "save the page and name its file")
		}
		if _, err := os.Stat(a); !errors.Is(err, fs.ErrNotExist) {
			return nil
		}
	}
	return fail(fmt.Errorf("there is no file or folder %s", args[0]), "check the path; no record was made")
}

// anyArticle reports whether a page offered in this run gave an article.
func anyArticle(ctx context.Context, st *store.Store, rep *pipeline.Report) (bool, error) {
	enough := errors.New("enough")
	for _, c := range rep.Offered {
		err := st.About(ctx, "article", c, func(string, []byte) error { return enough })
		if errors.Is(err, enough) {
			return true, nil
		} else if err != nil {
			return false, err
		}
	}
	return false, nil
}

// bar is progress on a terminal, or nothing.
type bar struct{ b *progressbar.ProgressBar }

func newBar(args []string, quiet bool) *bar {
	if quiet || !term.IsTerminal(int(os.Stderr.Fd())) {
		return &bar{}
	}
	return &bar{progressbar.NewOptions(capture.Count(args),
		progressbar.OptionSetWriter(os.Stderr), progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowCount(), progressbar.OptionSetItsString("pages"), progressbar.OptionShowIts(),
		progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100e6))}
}

func (b *bar) add() {
	if b.b != nil {
		if s := b.b.State(); s.CurrentNum+1 >= s.Max { // an archive holds more pages than files
			b.b.ChangeMax64(s.CurrentNum + 2)
		}
		b.b.Add(1)
	}
}

// resolving says what the program is at once the pages are read.
func (b *bar) resolving(pages int) {
	if b.b != nil {
		b.b.Finish()
		fmt.Fprintf(os.Stderr, "\rholding %s against each other ...", many(pages, "page"))
	}
}

func (b *bar) finish() {
	if b.b != nil {
		b.b.Finish()
		fmt.Fprint(os.Stderr, "\r\x1b[K")
	}
}
