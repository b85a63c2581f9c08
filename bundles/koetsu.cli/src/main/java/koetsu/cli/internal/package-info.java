/** One class per command; each parses its arguments, calls the headless half and prints. */
package koetsu.cli.internal;
