package quote

// near is how near two words are by their vectors, 0 where either has none.
func near(a, b string) float64 { return 0 }
