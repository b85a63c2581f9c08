/** The extractors of a budget programme and what they read with. */
package koetsu.extract.internal;
