/** What segmenters of all layouts share: folding, item numbers, headings and the profile's part. */
package koetsu.segment.internal;
