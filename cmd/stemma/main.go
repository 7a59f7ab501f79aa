// Command stemma draws the family tree of a news story.
//
// Each command stands in the file of its name; output.go states the rules of
// what they print and how they exit.
package main

import (
	"context"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once, and nothing kept is lost
	code := run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// run runs the program on arguments and returns its exit code.
func run(ctx context.Context, args []string) int {
	root := rootCommand()
	root.SetArgs(long(args))
	err := root.ExecuteContext(ctx)
	return finish(err)
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "stemma",
		Short:         "stemma draws the family tree of a news story",
		Long:          about,
		Version:       stemma.Version,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usage(err, "`"+c.CommandPath()+" --help` lists its flags")
	})
	root.AddCommand(
		readCommand(), showCommand(), searchCommand(), serveCommand(),
		joinCommand(), partCommand(), strikeCommand(), forgetCommand(), undoCommand(),
		exportCommand(), verifyCommand(), backupCommand(), scoreCommand(),
		extractCommand(), parseCommand(), namesCommand(), quotesCommand(), eventsCommand(), figuresCommand(), copiesCommand(),
	)
	root.CompletionOptions.HiddenDefaultCmd = true
	return root
}

const about = `stemma reads the coverage of a story (saved pages, text copied from pages, feeds,
web archives) into a record: what was said and by whom, what happened and when,
who copied whom, and how many independent origins stand behind each line.

  stemma read examples/myanmar        reads a folder into myanmar.stemma
  stemma show myanmar.stemma          what it found
  stemma serve myanmar.stemma         the same as pages to read, every line
                                      opening on the words it rests on`

// long lets a flag of several letters stand with one dash: -json as --json.
func long(args []string) []string {
	out := make([]string, len(args))
	for i, a := range args {
		if a == "--" {
			copy(out[i:], args[i:])
			break
		}
		if len(a) > 2 && a[0] == '-' && isLetter(a[1]) && isLetter(a[2]) && !strings.ContainsAny(a[:3], "=") {
			a = "-" + a
		}
		out[i] = a
	}
	return out
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' }
