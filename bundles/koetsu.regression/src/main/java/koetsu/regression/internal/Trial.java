package koetsu.regression.internal;

import java.time.Duration;
import koetsu.api.profile.Profile;
import koetsu.measure.RegressionReport;
import koetsu.pipeline.PlugInJar;

/**
 * What a bundle changes against the gold.
 *
 * @param jar the bundle
 * @param profile with what the bundle adds to it
 * @param report with the outcome of today's bundles as the baseline
 * @param before time per document of today's bundles
 * @param after time per document with the bundle
 */
record Trial(
    PlugInJar jar, Profile profile, RegressionReport report, Duration before, Duration after) {}
