package entity

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// he and she hold the words of roles and titles that tell a man or a woman.
var (
	he  = map[string]bool{"actor": true, "brother": true, "businessman": true, "chairman": true, "congressman": true, "count": true, "emir": true, "emperor": true, "father": true, "fisherman": true, "grandfather": true, "husband": true, "imam": true, "king": true, "lord": true, "mr": true, "nephew": true, "policeman": true, "prince": true, "señor": true, "sheikh": true, "sir": true, "son": true, "spokesman": true, "sultan": true, "uncle": true, "widower": true}
	she = map[string]bool{"actress": true, "aunt": true, "businesswoman": true, "chairwoman": true, "congresswoman": true, "countess": true, "dame": true, "daughter": true, "daw": true, "empress": true, "grandmother": true, "lady": true, "mother": true, "mrs": true, "ms": true, "niece": true, "policewoman": true, "princess": true, "queen": true, "señora": true, "sister": true, "spokeswoman": true, "wife": true, "widow": true}
)

// sexes tells "he" or "she" of the persons of an article by the roles they are
// given by name there; what two roles tell differently is left open.
func sexes(items []*item) map[string]string {
	out := map[string]string{}
	for _, it := range items {
		if it.cluster == "" || it.kind != stemma.Person || it.m.Descriptive || it.m.Role == "" {
			continue
		}
		for _, r := range strings.Split(it.m.Role, ", ") {
			// of "leader of the king's men" the leader is told of
			r, _, _ = strings.Cut(fold(r), " of ")
			w := strings.TrimSuffix(r[strings.LastIndex(r, " ")+1:], ".")
			sex := sexOf(w)
			if sex == "" {
				continue
			}
			if old := out[it.cluster]; old != "" && old != sex {
				sex = "?"
			}
			out[it.cluster] = sex
		}
	}
	return out
}
