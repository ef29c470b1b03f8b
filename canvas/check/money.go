package check

import (
	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// aboutFigures is a finding about a segment's figures.
func aboutFigures(s *costing.Segment, values ...Value) Finding {
	return Finding{Notes: []canvas.ID{s.Note.ID}, Values: append([]Value{segmentValue(s.Note)}, values...)}
}

func ltvBelowThreeCAC(f *facts, found func(Finding)) {
	figures := f.figures()
	for i := range figures {
		s := &figures[i]
		if ratio, ok := s.LTVToCAC.Get(); ok && ratio.LessThan(costing.SoundRatio()) {
			found(aboutFigures(s, Value{Name: "Ratio", Kind: Ratio, Number: ratio}))
		}
	}
}

// What a customer contributes is compared before service, since the
// contribution that is left has the cost of it taken off.
func costToServeAboveContribution(f *facts, found func(Finding)) {
	figures := f.figures()
	for i := range figures {
		s := &figures[i]
		left, known := s.Contribution.Get()
		serve, _ := s.CostToServe.Get()
		if before := left.Add(serve); known && serve.GreaterThan(before) {
			found(aboutFigures(s, f.moneyValue("Serve", serve), f.moneyValue("Contribution", before)))
		}
	}
}

// A customer whom nothing binds has to pay back the cost of being won with the
// purchase at hand. Where it is not known how often these customers order, that
// is a month's contribution.
func transactionalWithHighCAC(f *facts, found func(Finding)) {
	figures := f.figures()
	for i := range figures {
		s := &figures[i]
		cac, known := s.CAC.Get()
		purchase, worth := s.Contribution.Get()
		if !known || !worth || f.segments[f.index[s.Note.ID]].bond() != canvas.BondTransactional {
			continue
		}
		if orders, ok := s.OrdersPerCustomer.Get(); ok && orders.IsPositive() {
			purchase = purchase.DivRound(orders, costing.Precision)
		}
		if cac.IsPositive() && cac.GreaterThan(purchase) {
			found(aboutFigures(s, f.moneyValue("CAC", cac), f.moneyValue("Purchase", purchase)))
		}
	}
}
