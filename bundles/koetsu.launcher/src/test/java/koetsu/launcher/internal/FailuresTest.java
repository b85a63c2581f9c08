package koetsu.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void aSentenceStandsForItself() {
    assertEquals("the disk is full", Failures.inOneLine(new IOException("the disk is full")));
  }

  @Test
  void aBareNameGetsItsKind() {
    assertEquals(
        "AccessDeniedException /srv/cache",
        Failures.inOneLine(new AccessDeniedException("/srv/cache")));
    assertEquals("NullPointerException", Failures.inOneLine(new NullPointerException()));
  }

  @Test
  void linesAreJoined() {
    assertEquals("one two", Failures.inOneLine(new IOException("one\n  two\n")));
  }

  @Test
  void causesFollowUnlessAlreadyQuoted() {
    IOException cause = new IOException("no space left");
    assertEquals(
        "cannot save the log: no space left",
        Failures.inOneLine(new IllegalStateException("cannot save the log", cause)));
  }

  @Test
  void exceptionsAroundOthersAreLeftOut() {
    IOException cause = new IOException("no space left");
    assertEquals("no space left", Failures.inOneLine(new IllegalStateException(cause)));
    assertEquals("no space left", Failures.inOneLine(new InvocationTargetException(cause)));
  }
}
