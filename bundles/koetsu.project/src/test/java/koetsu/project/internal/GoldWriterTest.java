package koetsu.project.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import koetsu.api.document.Span;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.records.Disk;
import koetsu.records.DocumentInfo;
import koetsu.records.RecordFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldWriterTest {
  @TempDir Path folder;

  @Test
  void closingLetsAWriteUnderWayFinish() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    GoldWriter writer =
        new GoldWriter(folder, slowDisk(started), document -> gold(document), document -> {});
    writer.changed("a.txt");
    started.await();
    writer.close();
    assertEquals(List.of(), writer.failures());
    assertTrue(Files.exists(GoldWriter.file(folder, "a.txt")));
  }

  /**
   * A disk that takes its time over folders and gives up when it is interrupted, as channels do.
   */
  private static Disk slowDisk(CountDownLatch started) {
    return (Disk)
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(),
            new Class<?>[] {Disk.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("createFolder")) {
                started.countDown();
                try {
                  Thread.sleep(200);
                } catch (InterruptedException e) {
                  throw new InterruptedIOException("interrupted");
                }
              }
              try {
                return method.invoke(Disk.SYSTEM, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() instanceof IOException io ? io : e;
              }
            });
  }

  private static RecordFile gold(String document) {
    return new RecordFile(
        new DocumentInfo(document, "0".repeat(64), 10, "UTF-8", Map.of()),
        List.of(
            new ParsedRecord(
                "r1",
                null,
                "program",
                List.of(new Span(0, 5)),
                Map.of(),
                List.of(),
                RecordState.REVIEWED,
                Map.of())));
  }
}
