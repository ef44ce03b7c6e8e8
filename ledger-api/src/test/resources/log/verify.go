// Verifies what a ledger's log gave out, with the libraries that verify Go's own checksum database.
// Arguments: a folder with key, checkpoint, older, inclusion.json, consistency.json, tile/...
package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type inclusion struct {
	Position int64
	LeafHash string
	Proof    []string
}

type consistency struct {
	From, To int64
	Proof    []string
}

func must(err error) {
	if err != nil {
		fmt.Println("FAILED:", err)
		os.Exit(1)
	}
}

func refuse(what string, err error) {
	if err == nil {
		must(fmt.Errorf("accepted what is altered: %s", what))
	}
}

func read(folder, name string) string {
	b, err := os.ReadFile(filepath.Join(folder, name))
	must(err)
	return string(b)
}

func tree(folder, name string, key note.Verifier) tlog.Tree {
	n, err := note.Open([]byte(read(folder, name)), note.VerifierList(key))
	must(err)
	_, err = note.Open([]byte(strings.Replace(read(folder, name), "\n", "0\n", 1)), note.VerifierList(key))
	refuse("note", err)
	lines := strings.Split(n.Text, "\n")
	if lines[0] != key.Name() || len(lines) != 4 {
		must(fmt.Errorf("not a checkpoint: %q", n.Text))
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := tlog.ParseHash(lines[2])
	must(err)
	return tlog.Tree{N: size, Hash: root}
}

func hashes(texts []string) []tlog.Hash {
	var all []tlog.Hash
	for _, t := range texts {
		h, err := tlog.ParseHash(t)
		must(err)
		all = append(all, h)
	}
	return all
}

func flipped(h tlog.Hash) tlog.Hash { h[7] ^= 1; return h }

// The tiles as they were served; the library checks every one of them against the checkpoint.
type served struct {
	folder string
	size   int64
	count  int
}

func path(n int64, width int) string {
	s := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		s = fmt.Sprintf("x%03d/%s", n%1000, s)
	}
	if width < 256 {
		s = fmt.Sprintf("%s.p/%d", s, width)
	}
	return s
}

func (s *served) Height() int                          { return 8 }
func (s *served) SaveTiles([]tlog.Tile, [][]byte)      {}
func (s *served) ReadTiles(ts []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, t := range ts {
		b, err := os.ReadFile(filepath.Join(s.folder, "tile", strconv.Itoa(t.L), path(t.N, t.W)))
		if err != nil {
			return nil, err
		}
		s.count++
		all = append(all, b)
	}
	return all, nil
}

func main() {
	folder := os.Args[1]
	key, err := note.NewVerifier(strings.TrimSpace(read(folder, "key")))
	must(err)
	now := tree(folder, "checkpoint", key)
	old := tree(folder, "older", key)

	tiles := &served{folder: folder, size: now.N}
	reader := tlog.TileHashReader(now, tiles)

	var inclusions []inclusion
	must(json.Unmarshal([]byte(read(folder, "inclusion.json")), &inclusions))
	for _, in := range inclusions {
		leaf := hashes([]string{in.LeafHash})[0]
		proof := tlog.RecordProof(hashes(in.Proof))
		must(tlog.CheckRecord(proof, now.N, now.Hash, in.Position, leaf))
		refuse("leaf", tlog.CheckRecord(proof, now.N, now.Hash, in.Position, flipped(leaf)))
		refuse("root", tlog.CheckRecord(proof, now.N, flipped(now.Hash), in.Position, leaf))
		own, err := tlog.ProveRecord(now.N, in.Position, reader)
		must(err)
		if fmt.Sprint(own) != fmt.Sprint(proof) {
			must(fmt.Errorf("another proof for %d", in.Position))
		}
	}

	var consistencies []consistency
	must(json.Unmarshal([]byte(read(folder, "consistency.json")), &consistencies))
	for _, c := range consistencies {
		smaller, err := tlog.TreeHash(c.From, reader)
		must(err)
		if c.From == old.N && smaller != old.Hash {
			must(fmt.Errorf("the older checkpoint is of another tree"))
		}
		proof := tlog.TreeProof(hashes(c.Proof))
		must(tlog.CheckTree(proof, now.N, now.Hash, c.From, smaller))
		refuse("smaller root", tlog.CheckTree(proof, now.N, now.Hash, c.From, flipped(smaller)))
	}

	entries := int64(0)
	for n := int64(0); n*256 < now.N; n++ {
		width := 256
		if (n+1)*256 > now.N {
			width = int(now.N % 256)
		}
		b, err := os.ReadFile(filepath.Join(folder, "tile", "entries", path(n, width)))
		must(err)
		for len(b) > 0 {
			length := int(binary.BigEndian.Uint16(b))
			leaf := tlog.RecordHash(b[2 : 2+length])
			got, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, entries)})
			must(err)
			if got[0] != leaf {
				must(fmt.Errorf("entry %d is not what was hashed", entries))
			}
			b = b[2+length:]
			entries++
		}
	}
	if entries != now.N {
		must(fmt.Errorf("%d entries of %d", entries, now.N))
	}
	fmt.Printf("verified checkpoints=2 inclusions=%d consistencies=%d tiles=%d entries=%d\n",
		len(inclusions), len(consistencies), tiles.count, entries)
}
