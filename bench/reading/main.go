// Command reading scores the reading libraries and this program's own reader
// on the odd-numbered pages of the reading sets, and writes the table of both.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/stemma-news/stemma/internal/score"
)

func main() {
	data := flag.String("data", os.Getenv("STEMMA_DATA"), "folder of the measuring data")
	out := flag.String("out", "../testdata/scores/reading-libraries.txt", "file to write, - for standard output")
	only := flag.String("only", "", "readers to run, by comma; all if empty")
	sets := flag.String("sets", strings.Join(score.ReadingSets, ","), "sets to run")
	even := flag.Bool("even", false, "the even pages instead")
	flag.Parse()
	if *data == "" {
		log.Fatal("no measuring data: give its folder with -data")
	}
	var b strings.Builder
	b.WriteString("# Written by: cd bench && go run ./reading -data DIR. Odd-numbered pages of each set.\n")
	for _, set := range strings.Split(*sets, ",") {
		pages, err := score.ReadingPages(*data, set)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Fprintf(&b, "\n%s\n", set)
		for _, r := range readers {
			if *only != "" && !strings.Contains(","+*only+",", ","+r.name+",") {
				continue
			}
			var card score.ReadingCard
			for i, p := range pages {
				if (i%2 == 1) != *even {
					card.Add(p, r.read(p))
				}
			}
			fmt.Fprintf(&b, "  %-22s %s\n", r.name, card.String())
			fmt.Fprintf(os.Stderr, "%s %s %s\n", set, r.name, card.String())
		}
	}
	if *out == "-" {
		fmt.Print(b.String())
		return
	}
	if err := os.WriteFile(filepath.FromSlash(*out), []byte(b.String()), 0o644); err != nil {
		log.Fatal(err)
	}
}
