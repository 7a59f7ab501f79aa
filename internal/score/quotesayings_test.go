package score

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSayings(t *testing.T) {
	dir := data(t, "translations")
	sets := map[string][]Translated{}
	for _, l := range []string{"cs", "de"} {
		a, err := os.ReadFile(filepath.Join(dir, "newstest2021."+l+"-en.ref.A.en"))
		if err != nil {
			t.Skip(err)
		}
		b, err := os.ReadFile(filepath.Join(dir, "newstest2021."+l+"-en.ref.B.en"))
		if err != nil {
			t.Skip(err)
		}
		sets[l] = PairTranslations(string(a), string(b))
	}
	golden(t, "sayings.txt", SayingCard(sets))
}
