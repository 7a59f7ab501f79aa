// Command train learns from the even-numbered dumps of a data folder which
// lines are body and which is the title, and writes the tables that packages
// body and dump embed:
//
//	go run ./internal/dump/train -data DIR
//
// With -outlets it learns what says whose a page is instead.
// It is deterministic: the same data give the same bytes. With -cross it writes
// nothing and measures even pages by what was learned from other even pages.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/gold"
)

// folds is how many parts the pages are cut into, so that each is seen with a
// table of words learned from the others.
const folds = 3

func main() {
	data := flag.String("data", os.Getenv("STEMMA_DATA"), "the data folder")
	out := flag.String("out", "internal/dump", "where to write title.bin, body/words.txt and body/model.bin")
	check := flag.Bool("check", false, "print the scores of the forest alone")
	crossed := flag.Bool("cross", false, "write nothing: measure even pages by what other even pages teach")
	outlets := flag.Bool("outlets", false, "learn claims.txt, what says whose a page is, and nothing else")
	flag.Parse()
	if *outlets {
		if err := learnOutlets(*data, *out); err != nil {
			log.Fatal(err)
		}
		return
	}
	start := time.Now()
	tune, odd, err := load(*data)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("read %d pages in %v\n", len(tune), time.Since(start))
	if *crossed {
		cross(tune)
		return
	}
	f, titles, table := learn(tune)
	fmt.Printf("learned in %v\n", time.Since(start))
	b, t := f.Append(nil), titles.Append(nil)
	for name, b := range map[string][]byte{"body/words.txt": []byte(writeTable(table)), "body/model.bin": b, "title.bin": t} {
		if err := os.WriteFile(filepath.Join(*out, name), b, 0o644); err != nil {
			log.Fatal(err)
		}
	}
	fmt.Printf("model.bin: %d bytes, title.bin: %d bytes, words.txt: %d words\n", len(b), len(t), len(table))
	if *check {
		body.Weights(table)
		alone("even", tune, f, true)
		alone("odd", odd, f, true)
		alone("odd, no words", odd, f, false)
	}
}

// alone measures the lines that f chooses, without the rest of the reader.
func alone(name string, ss []*sample, f *body.Forest, words bool) {
	sum, n := map[string]float64{}, map[string]float64{}
	for _, s := range ss {
		if s.cropped || s.page.Body == "" {
			continue
		}
		ps := f.Scores(s.p.Features(words))
		for i, x := range ps {
			ps[i] = body.Chance(x)
		}
		var b strings.Builder
		for i, in := range body.Decide(ps, s.p.Cut(ps), 0.3) {
			if in {
				b.WriteString(s.p.Lines[i].S)
				b.WriteByte('\n')
			}
		}
		sum[s.page.Kind] += gold.F1(gold.Overlap(b.String(), s.page.Body))
		n[s.page.Kind]++
	}
	for _, kind := range []string{"article", "forum", "news"} {
		if n[kind] > 0 {
			fmt.Printf("%s %s: %.0f pages, F1 %.4f\n", name, kind, n[kind], sum[kind]/n[kind])
		}
	}
}
