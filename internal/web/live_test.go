package web

import (
	"context"
	"os"
	"testing"
)

// TestLive serves the invented record for looking at, where STEMMA_LOOK names
// an address.
func TestLive(t *testing.T) {
	addr := os.Getenv("STEMMA_LOOK")
	if addr == "" {
		t.Skip("STEMMA_LOOK names no address to serve at")
	}
	s, err := Listen(addr, "", Handler(load(t, true, nil)))
	if err != nil {
		t.Fatal(err)
	}
	t.Log(s.URL)
	if err := s.Serve(context.Background()); err != nil {
		t.Fatal(err)
	}
}
