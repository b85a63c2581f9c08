/**
 * Apache Parquet files, written without a library: the one for Java needs Hadoop's classes at run
 * time.
 */
package koetsu.export.internal.parquet;
