package score

import (
	"path/filepath"
	"testing"
)

// TestFigures holds the card of the numbers of news pages.
func TestFigures(t *testing.T) {
	labels, err := ReadFigureLabels(filepath.Join("..", "..", "testdata", "labels", "figures.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	card, err := FigureCard(data(t), labels)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "figures.txt", card)
}

// TestFiguresBlind holds the card of the numbers of news pages that a reader
// wrote down without sight of the program.
func TestFiguresBlind(t *testing.T) {
	labels, err := ReadFigureLabels(filepath.Join("..", "..", "testdata", "labels", "figures-blind.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	card, err := BlindFigureCard(data(t), labels)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "figures-blind.txt", card)
}
