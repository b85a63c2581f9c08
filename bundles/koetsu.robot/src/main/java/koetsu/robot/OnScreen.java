package koetsu.robot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that opens windows. On Linux it gets an X server of its own, so that neither a desktop nor
 * an environment variable changes what it sees; where there is no {@code Xvfb} it is skipped with a
 * message, and fails when the environment says {@code CI=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(VirtualScreen.class)
public @interface OnScreen {}
