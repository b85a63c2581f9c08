/** The validators of a budget programme. */
package koetsu.check.internal;
