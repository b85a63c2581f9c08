/** Catalogues of measures, whose pages were written out box by box in no order. */
package koetsu.segment.internal.catalogue;
