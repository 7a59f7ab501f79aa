package lang

import "math/rand/v2"

const (
	nameNets   = 2
	nameHidden = 96
	nameEpochs = 6
)

// learnNameNet learns a net of names.
func learnNameNet(ls []nameLesson, in *inventory, c Course, seed uint64) *net {
	l := newNetLearner(nameHidden, len(nameClasses()), namePlaces, nameTotal+sources(ls), seed)
	l.rare = true
	var words []lesson
	var rounds []int
	for i := range ls {
		for range ls[i].weight {
			rounds = append(rounds, i)
		}
		for _, ts := range ls[i].ts {
			words = append(words, lesson{ts: ts})
		}
	}
	l.learnWords(words, 8)
	l.drop = netDrop
	rng := rand.New(rand.NewPCG(seed, 31))
	var n namer
	var u netInput
	u.words = make([]int32, namePlaces)
	var masked []token
	var of []int32
	out, g := make([]float32, l.outs), make([]float32, l.outs)
	const batch = 32
	step, looks, sentences := 0, 0, 0
	total := 0
	for _, r := range rounds {
		total += len(ls[r].ts)
	}
	total = nameEpochs * total / batch
	for ep := range nameEpochs {
		wrong, all := 0, 0
		for _, r := range order(rng, len(rounds)) {
			doc := rounds[r]
			var ev map[uint32]votes
			if rng.IntN(3) > 0 {
				ev = ls[doc].votes
			}
			for s, ts := range ls[doc].ts {
				want := ls[doc].class[s]
				masked = append(masked[:0], ts...)
				mask(masked, want, rng)
				n.reset(masked, ev)
				of = grow(of, len(masked))
				for i := range masked {
					of[i] = -1
				}
				for i := range masked {
					if !n.mayBe(i, in.nnp, in.nnps) {
						continue
					}
					u.rows = append(n.input((*[namePlaces]int32)(u.words), u.rows, i), int32(nameTotal)+int32(ls[doc].source))
					for p, k := range u.words {
						if k >= 0 {
							if of[k] < 0 {
								of[k] = l.kindOf(&masked[k].look)
							}
							u.words[p] = of[k]
						}
					}
					l.forward(&u, out)
					prev := uint8(0)
					if i > 0 {
						prev = n.class[i-1]
					}
					top, high := 0, float32(-1e30)
					for c := range out {
						if !follows(prev, uint8(c), i+1 < len(masked)) {
							out[c] = -1e4
						} else if out[c] > high {
							top, high = c, out[c]
						}
					}
					all++
					if follows(prev, want[i], i+1 < len(masked)) {
						softmax(out, g)
						g[want[i]]--
						l.backward(&u, g)
						looks++
					}
					if top != int(want[i]) {
						wrong++
					}
					n.class[i] = uint8(top)
				}
				if sentences++; sentences%batch == 0 {
					l.step(rateAt(step, total), 1/float32(max(looks, 1)))
					looks = 0
					if step++; ep > 0 && step%20 == 0 {
						l.keep(0.04)
					}
				}
			}
		}
		c.Log("net of names, epoch %d: %.2f%% wrong", ep, 100*float64(wrong)/float64(max(all, 1)))
	}
	l.keep(0.04)
	l.swap()
	// the row of source 0 is always looked at: it goes to the bias
	addTo(l.row[nameTotal*l.hidden:][:l.hidden], l.bias)
	l.row = l.row[:nameTotal*l.hidden]
	return &l.net
}
