/** Order, fences, checks and merging. */
package koetsu.pipeline.internal;
