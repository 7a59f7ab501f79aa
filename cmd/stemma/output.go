package main

// The rules of output:
//
//   - What was asked for goes to standard output, and nothing else.
//   - Errors, progress and notes go to standard error. An error is one
//     sentence that says what is wrong, and a second that says what to do.
//   - Exit codes: 0 done; 1 nothing could be read, or what was asked for could
//     not be done; 2 the command was used wrongly.
//   - A progress bar is drawn only on a terminal.
//   - Every list is in an order that does not change from run to run.

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma/internal/store"
)

// failure is an error with what to do about it and the exit code it leads to.
type failure struct {
	err  error
	hint string
	code int
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// usage is a wrong use of a command.
func usage(err error, hint string) error { return &failure{err, hint, 2} }

// fail is something that could not be done.
func fail(err error, hint string) error { return &failure{err, hint, 1} }

// finish prints how a run ended and returns its exit code.
func finish(err error) int {
	if err == nil {
		return 0
	}
	var f *failure
	if !errors.As(err, &f) {
		f = &failure{err: err, code: 1}
		switch {
		case errors.Is(err, context.Canceled):
			f = &failure{errors.New("stopped"), "what was read is kept; the same command goes on from here", 1}
		case isUsage(err):
			f = &failure{err, "`stemma help` lists the commands", 2}
		}
	}
	fmt.Fprintf(os.Stderr, "stemma: %v\n", f.err)
	if f.hint != "" {
		fmt.Fprintf(os.Stderr, "  %s\n", f.hint)
	}
	return f.code
}

// isUsage reports whether cobra refused the arguments: its errors of that kind
// come before any command runs and wrap nothing.
func isUsage(err error) bool { return !ran && errors.Unwrap(err) == nil }

// ran is set once a command has begun: what fails after is no wrong use.
var ran bool

// isRecord reports whether a record stands at path.
func isRecord(path string) bool {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false
	}
	st, err := store.Open(path)
	if err == nil {
		st.Close()
	}
	return err == nil || errors.Is(err, store.ErrNewer)
}

// openRecord opens a record for a command.
func openRecord(path string) (*store.Store, error) {
	ran = true
	st, err := store.Open(path)
	switch {
	case err == nil:
		return st, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, usage(fmt.Errorf("there is no record %s", path), "`stemma read -o "+path+" FOLDER` makes one")
	case errors.Is(err, store.ErrNotRecord):
		return nil, usage(fmt.Errorf("%s is not a stemma record", path), "name a file that `stemma read` has made, or read this one with `stemma read "+path+"`")
	case errors.Is(err, store.ErrNewer):
		return nil, fail(fmt.Errorf("%s was written by a newer stemma", path), "update stemma to read it")
	}
	return nil, fail(fmt.Errorf("%s cannot be opened: %w", path, err), "check that it and its folder may be read and written; `stemma backup` makes copies that can be moved")
}

// withRecord opens a record for a command, runs f on it and closes it.
func withRecord(c *cobra.Command, path string, f func(ctx context.Context, st *store.Store) error) error {
	if err := recordLater(c); err != nil {
		return err
	}
	st, err := openRecord(path)
	if err != nil {
		return err
	}
	defer st.Close()
	return f(c.Context(), st)
}

// recordLater refuses a record named after what is asked of it, with the command
// that was meant: `stemma show pages R.stemma`.
func recordLater(c *cobra.Command) error {
	args := c.Flags().Args()
	if info, err := os.Stat(args[0]); err == nil && !info.IsDir() {
		return nil
	}
	for i, a := range args {
		if isRecord(a) {
			meant := append([]string{c.CommandPath(), a}, slices.Delete(slices.Clone(args), i, i+1)...)
			return usage(errors.New("the record comes first"), "`"+strings.Join(meant, " ")+"`")
		}
	}
	return nil
}

// printing runs f on a buffered standard output.
func printing(w io.Writer, f func(w *bufio.Writer) error) error {
	b := bufio.NewWriterSize(w, 64<<10)
	if err := f(b); err != nil {
		b.Flush()
		return err
	}
	return b.Flush()
}

// many writes a count with its noun: "1 page", "2 pages", "3 stories".
func many(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if l := len(noun); noun[l-1] == 'y' && noun != "story's" {
		return fmt.Sprintf("%d %sies", n, noun[:l-1])
	} else if noun[l-1] == 'y' {
		return fmt.Sprintf("%d %ss", n, noun)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
