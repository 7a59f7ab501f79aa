package score

import (
	"fmt"
	"os"
	"testing"
)

func TestPolNeAR(t *testing.T) {
	files, err := ReadTarXZ(data(t, "quotes", "polnear.tar.xz"))
	if err != nil {
		t.Skip(err)
	}
	golden(t, "quotes.txt", ScorePolNeAR(PolNeAR(files, "dev")).Card())
}

// TestPolNeARTrain prints the figures of the training part and what fails of
// its even articles; it is for tuning, and runs where QUOTES_TRAIN is set.
func TestPolNeARTrain(t *testing.T) {
	if os.Getenv("QUOTES_TRAIN") == "" {
		t.Skip("QUOTES_TRAIN is not set")
	}
	files, err := ReadTarXZ(data(t, "quotes", "polnear.tar.xz"))
	if err != nil {
		t.Skip(err)
	}
	texts := PolNeAR(files, "train")
	var even []PolNeARText
	for i := 0; i < len(texts); i += 8 {
		even = append(even, texts[i])
	}
	s := ScorePolNeAR(even)
	fmt.Println(s.Card())
	for name, l := range map[string][]string{"MISS": s.Misses, "EXTRA": s.Extras, "WRONG": s.Wrong, "SAYMISS": s.SayMisses, "SAYEXTRA": s.SayExtras} {
		for _, x := range l {
			fmt.Println(name, x)
		}
	}
}
