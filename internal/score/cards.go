package score

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/reuse"
)

// Folders are where the cards find what they measure on.
type Folders struct {
	// Data holds the measuring data; see docs on where it is from.
	Data string
	// Tests is the repository's testdata, Examples its examples.
	Tests, Examples string
}

// Scorecard is one card that `stemma score` prints.
type Scorecard struct {
	Name, About string
	Run         func(ctx context.Context, in Folders) (string, error)
}

// Scorecards are all of them.
var Scorecards = []Scorecard{
	{"myanmar", "the record of examples/myanmar against what a careful reader gets out of it", cardMyanmar},
	{"dumps", "text dumps: words of the articles, by kind of page", func(_ context.Context, in Folders) (string, error) { return Dumps(in.Data, 0) }},
	{"dates", "times: found, and their values", cardDates},
	{"events-dated", "the dates of events", func(_ context.Context, in Folders) (string, error) { return EventDateCard(in.Data) }},
	{"quotes", "quotes and their speakers", cardQuotes},
	{"chains", "chains of tellers", cardChains},
	{"names", "names of one person or body, across articles", cardNames},
	{"copies", "copies and families", cardCopies},
}

func cardMyanmar(ctx context.Context, in Folders) (string, error) {
	card, complaints, err := RunCase(ctx, filepath.Join(in.Tests, "myanmar"), filepath.Join(in.Examples, "myanmar"))
	for _, c := range complaints {
		card += c + "\n"
	}
	return card, err
}

func cardDates(_ context.Context, in Folders) (string, error) {
	return DateCard(in.Data)
}

func cardQuotes(_ context.Context, in Folders) (string, error) {
	files, err := ReadTarXZ(filepath.Join(in.Data, "quotes", "polnear.tar.xz"))
	if err != nil {
		return "", err
	}
	return ScorePolNeAR(PolNeAR(files, "dev")).Card(), nil
}

func cardChains(_ context.Context, in Folders) (string, error) {
	files, err := filepath.Glob(filepath.Join(in.Tests, "chains", "*.txt"))
	if err != nil {
		return "", err
	}
	sort.Strings(files)
	var items []ChainItem
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return "", err
		}
		l, err := ReadChains(filepath.Base(f), string(b))
		if err != nil {
			return "", err
		}
		items = append(items, l...)
	}
	if len(items) == 0 {
		return "", fmt.Errorf("score chains: no cases in %s", in.Tests)
	}
	return ChainCard(items), nil
}

func cardNames(_ context.Context, in Folders) (string, error) {
	labels, err := ReadNameLabels(filepath.Join(in.Tests, "labels", "summit-names.tsv"))
	if err != nil {
		return "", err
	}
	sc, err := JoinSummit(in.Data, "helsinki")
	if err != nil {
		return "", err
	}
	return NameCard(sc, labels), nil
}

func cardCopies(_ context.Context, in Folders) (string, error) {
	labels, err := ReadReuseLabels(filepath.Join(in.Tests, "labels", "summit.tsv"))
	if err != nil {
		return "", err
	}
	all := stemma.NewScene(nil)
	for _, set := range SummitSets {
		articles, err := ReadSummit(in.Data, set.Name)
		if err != nil {
			return "", err
		}
		sc := stemma.NewScene(articles)
		sc.Copies = reuse.Compare(sc.Articles, nil)
		all.Copies = append(all.Copies, sc.Copies...)
		all.Families = append(all.Families, reuse.Families(sc)...)
	}
	return Copies(all, labels), nil
}
