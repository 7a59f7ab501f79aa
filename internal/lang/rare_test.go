package lang

import (
	"bytes"
	"math"
	"slices"
	"testing"
)

// TestRare holds that a rare word has a vector where it is asked for, and that it
// is near those of its like.
func TestRare(t *testing.T) {
	r := loadRare()
	if len(r.keys) < 200_000 || len(r.parts) != len(r.keys)*RareParts || !slices.IsSorted(r.keys) {
		t.Fatalf("%d rare words of %d parts", len(r.keys), len(r.parts))
	}
	of := func(word string, rare bool) (v [Dims]float32) {
		addVector(&v, wordHash(word), rare)
		return v
	}
	near := func(a, b [Dims]float32) float64 {
		return float64(dot(a[:], b[:])) / math.Sqrt(float64(dot(a[:], a[:])*dot(b[:], b[:])))
	}
	if of("taunggyi", false) != [Dims]float32{} || of("nosuchword", true) != [Dims]float32{} {
		t.Error("a rare word, or one that is none, has a vector of its own")
	}
	town := of("taunggyi", true)
	if near(town, of("sittwe", true)) < near(town, of("quickly", true))+0.3 {
		t.Error("Taunggyi is not near Sittwe")
	}
	if of("London", false) != of("London", true) {
		t.Error("a frequent word has another vector where rare words have one")
	}
}

func TestPack(t *testing.T) {
	want := bytes.Repeat([]byte("stemma"), 1000)
	b, err := Pack(want)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := Unpack(b); err != nil || !bytes.Equal(got, want) || len(b) > 100 {
		t.Errorf("%d bytes packed to %d come back as %d: %v", len(want), len(b), len(got), err)
	}
}

// TestSize holds the data to 14 MB, lists and all.
func TestSize(t *testing.T) {
	size := len(firstNamesText) + len(nationalitiesText) + len(countriesText) + len(titlesText) + len(surnamesText) + len(townsText)
	files, err := dataFiles.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil {
			t.Fatal(err)
		}
		size += int(info.Size())
	}
	if size > 14_000_000 {
		t.Errorf("the embedded data have %d bytes", size)
	}
}
