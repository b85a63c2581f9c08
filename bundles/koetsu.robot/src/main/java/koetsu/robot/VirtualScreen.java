package koetsu.robot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts one X server for the whole test process, before the first Display, and ends it with the
 * process.
 */
final class VirtualScreen implements ExecutionCondition {
  private static ConditionEvaluationResult result;

  @Override
  public synchronized ConditionEvaluationResult evaluateExecutionCondition(
      ExtensionContext context) {
    if (result == null) {
      result = start();
    }
    return result;
  }

  private static ConditionEvaluationResult start() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return ConditionEvaluationResult.enabled("the desktop of this machine is used");
    }
    try {
      Process server =
          new ProcessBuilder(
                  "Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
      String number =
          new BufferedReader(
                  new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();
      if (number == null) {
        throw new IOException("Xvfb ended without naming its display");
      }
      set("DISPLAY", ":" + number.strip());
      // the one that GTK brings along, whatever the desktop has
      set("GTK_IM_MODULE", "gtk-im-context-simple");
      return ConditionEvaluationResult.enabled("Xvfb runs as display :" + number.strip());
    } catch (IOException | ReflectiveOperationException absent) {
      String message =
          "no screen to test windows on (" + absent.getMessage() + "); install the package xvfb";
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(message, absent);
      }
      return ConditionEvaluationResult.disabled(message);
    }
  }

  /** Java cannot change its own environment; GTK reads it through libc. */
  private static void set(String name, String value) throws ReflectiveOperationException {
    Class.forName("org.eclipse.swt.internal.gtk.OS")
        .getMethod("setenv", byte[].class, byte[].class, int.class)
        .invoke(null, terminated(name), terminated(value), 1);
  }

  private static byte[] terminated(String text) {
    return (text + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  private static void end(Process server) {
    server.destroy();
    try {
      server.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
