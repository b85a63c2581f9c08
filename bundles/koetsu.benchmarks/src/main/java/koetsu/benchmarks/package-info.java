/** What extraction costs: generated documents, a plain regex pass beside it, and one table. */
package koetsu.benchmarks;
