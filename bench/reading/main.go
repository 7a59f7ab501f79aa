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
	misses := flag.String("misses", "", "list pages whose date, title or author (or text) our reader misses")
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
					got := r.read(p)
					f1 := card.Add(p, got)
					if *misses != "" {
						missed(*misses, p, got, f1)
					}
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

// missed prints a page of which a field is not as people say.
func missed(field string, p score.ReadingPage, got score.Reading, f1 float64) {
	switch {
	case field == "date" && p.Date != "" && p.Date != got.Date:
		fmt.Printf("%s\twant %s\tgot %s\t%s\n", p.Name, p.Date, got.Date, p.URL)
	case field == "title" && p.Title != "" && p.Title != got.Title:
		fmt.Printf("%s\twant %q\tgot %q\n", p.Name, p.Title, got.Title)
	case field == "author" && len(p.Authors) > 0 && strings.Join(p.Authors, ", ") != strings.Join(got.Authors, ", "):
		fmt.Printf("%s\twant %q\tgot %q\n", p.Name, p.Authors, got.Authors)
	case field == "text" && p.Text != "" && f1 < 0.9:
		fmt.Printf("%.3f\t%s\t%d words, want %d\t%s\n", f1, p.Name, len(score.Words(got.Text)), len(score.Words(p.Text)), p.URL)
	}
}
