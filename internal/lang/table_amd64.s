#include "textflag.h"

// func rowsAVX(dst *uint32, h *uint64, n int, words *uint64, shift uint) int
// A slotWord is 64 bits that say which slots are taken, and how many are
// before.
TEXT ·rowsAVX(SB), NOSPLIT, $0-48
	MOVQ dst+0(FP), DI
	MOVQ h+8(FP), SI
	MOVQ n+16(FP), R8
	MOVQ words+24(FP), BX
	MOVQ shift+32(FP), CX
	XORQ AX, AX
	LEAQ (SI)(R8*8), R8
rowsnext:
	CMPQ SI, R8
	JGE  rowsdone
	SHRXQ CX, (SI), R9
	ADDQ $8, SI
	MOVQ R9, R10
	SHRQ $6, R10
	SHLQ $4, R10
	MOVQ (BX)(R10*1), R11
	MOVL 8(BX)(R10*1), R12
	SHRXQ R9, R11, R13
	ANDQ $63, R9
	BZHIQ R9, R11, R11
	POPCNTQ R11, R11
	ADDL R11, R12
	MOVL R12, (DI)(AX*4)
	ANDQ $1, R13
	ADDQ R13, AX
	JMP  rowsnext
rowsdone:
	MOVQ AX, ret+40(FP)
	RET

// func quadAVX(out *[4]int32, weights *byte, rows *uint32, n int)
// A weight stands for its square with its sign.
TEXT ·quadAVX(SB), NOSPLIT, $0-32
	MOVQ out+0(FP), DI
	MOVQ weights+8(FP), SI
	MOVQ rows+16(FP), BX
	MOVQ n+24(FP), CX
	VPXOR X0, X0, X0
	XORQ DX, DX
quadnext:
	CMPQ DX, CX
	JGE  quaddone
	MOVL (BX)(DX*4), R9
	VPMOVSXBD (SI)(R9*4), X1
	VPABSD X1, X2
	VPMULLD X2, X1, X1
	VPADDD X1, X0, X0
	INCQ DX
	JMP  quadnext
quaddone:
	VMOVDQU X0, (DI)
	VZEROUPPER
	RET

// func fullAVX(out *[64]int32, full *int16, rows *uint32, n int)
TEXT ·fullAVX(SB), NOSPLIT, $0-32
	MOVQ out+0(FP), DI
	MOVQ full+8(FP), SI
	MOVQ rows+16(FP), BX
	MOVQ n+24(FP), CX
	VMOVDQU 0(DI), Y0
	VMOVDQU 32(DI), Y1
	VMOVDQU 64(DI), Y2
	VMOVDQU 96(DI), Y3
	VMOVDQU 128(DI), Y4
	VMOVDQU 160(DI), Y5
	VMOVDQU 192(DI), Y6
	VMOVDQU 224(DI), Y7
	XORQ DX, DX
fullnext:
	CMPQ DX, CX
	JGE  fulldone
	MOVL (BX)(DX*4), R9
	SHLQ $7, R9
	ADDQ SI, R9
	VPMOVSXWD 0(R9), Y8
	VPADDD Y8, Y0, Y0
	VPMOVSXWD 16(R9), Y9
	VPADDD Y9, Y1, Y1
	VPMOVSXWD 32(R9), Y10
	VPADDD Y10, Y2, Y2
	VPMOVSXWD 48(R9), Y11
	VPADDD Y11, Y3, Y3
	VPMOVSXWD 64(R9), Y12
	VPADDD Y12, Y4, Y4
	VPMOVSXWD 80(R9), Y13
	VPADDD Y13, Y5, Y5
	VPMOVSXWD 96(R9), Y14
	VPADDD Y14, Y6, Y6
	VPMOVSXWD 112(R9), Y15
	VPADDD Y15, Y7, Y7
	INCQ DX
	JMP  fullnext
fulldone:
	VMOVDQU Y0, 0(DI)
	VMOVDQU Y1, 32(DI)
	VMOVDQU Y2, 64(DI)
	VMOVDQU Y3, 96(DI)
	VMOVDQU Y4, 128(DI)
	VMOVDQU Y5, 160(DI)
	VMOVDQU Y6, 192(DI)
	VMOVDQU Y7, 224(DI)
	VZEROUPPER
	RET

// func fewAVX(out *[64]int32, rows *uint32, n int, start, pairs *uint32, at *pairsAt, full *uint32) int
TEXT ·fewAVX(SB), NOSPLIT, $0-64
	MOVQ out+0(FP), DI
	MOVQ rows+8(FP), SI
	MOVQ n+16(FP), CX
	MOVQ start+24(FP), BX
	MOVQ pairs+32(FP), R8
	MOVQ at+40(FP), R9
	MOVQ full+48(FP), R10
	XORQ DX, DX
fewstart:
	MOVL (SI)(DX*4), AX
	MOVQ (BX)(AX*4), AX
	MOVQ AX, (R9)(DX*8)
	INCQ DX
	CMPQ DX, CX
	JL   fewstart
	XORQ DX, DX
	XORQ R11, R11
	XORQ R12, R12
fewpart:
	MOVQ (R9)(DX*8), R13
	MOVL R13, AX
	MOVL (R8)(AX*4), AX
	MOVQ R13, (R9)(R11*8)
	MOVL AX, BX
	SHRL $8, BX
	MOVL BX, (R10)(R12*4)
	ANDL $63, AX
	INCL AX
	SHRL $6, AX
	ADDQ AX, R12
	SUBQ AX, R11
	INCQ R11
	INCQ DX
	CMPQ DX, CX
	JL   fewpart
	XORQ DX, DX
fewrow:
	CMPQ DX, R11
	JGE  fewdone
	MOVQ (R9)(DX*8), BX
	INCQ DX
	MOVL BX, AX
	SHRQ $32, BX
	LEAQ (R8)(AX*4), SI
	LEAQ (R8)(BX*4), BX
fewpair:
	CMPQ SI, BX
	JGE  fewrow
	MOVL (SI), AX
	ADDQ $4, SI
	MOVL AX, R13
	ANDL $63, R13
	SARL $8, AX
	ADDL AX, (DI)(R13*4)
	JMP  fewpair
fewdone:
	MOVQ R12, ret+56(FP)
	RET
