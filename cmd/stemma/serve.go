package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma/internal/api"
	"github.com/stemma-news/stemma/internal/store"
	"github.com/stemma-news/stemma/internal/web"
)

func serveCommand() *cobra.Command {
	var addr string
	c := &cobra.Command{
		Use:   "serve RECORD",
		Short: "Show the record as web pages and as a JSON API, on this machine",
		Long: `Show the record as web pages and as a JSON API.

It listens on this machine alone. With -addr it can listen elsewhere; it then
asks for a token, which is printed, or taken from STEMMA_TOKEN.`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage(errors.New("serve takes one record"), "`stemma serve RECORD`")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return withRecord(c, args[0], func(ctx context.Context, st *store.Store) error {
				mux := http.NewServeMux()
				mux.Handle("/api/v1/", api.Handler(st))
				mux.Handle("/", web.Handler(st))
				s, err := web.Listen(addr, os.Getenv("STEMMA_TOKEN"), mux)
				if err != nil {
					return fail(fmt.Errorf("cannot listen on %s: %w", addr, err), "another program may listen there: `-addr 127.0.0.1:0` takes a free port")
				}
				fmt.Fprintf(os.Stderr, "serving %s on %s (stop with Ctrl-C)\n", args[0], s.URL)
				return s.Serve(ctx)
			})
		},
	}
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:8181", "the `ADDRESS` to listen on")
	return c
}
