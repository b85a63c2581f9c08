package koetsu.project;

/** Hears of acknowledged edits, on the thread that made them and after they are on disk. */
@FunctionalInterface
public interface ProjectListener {
  void edited(Event event);
}
