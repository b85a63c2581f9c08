package koetsu.review.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Things that stand somewhere, found by place in logarithmic time. Ranges may overlap. Immutable:
 * what differs in a few things shares everything else, so that it is made in logarithmic time, too.
 *
 * <p>A treap (Seidel and Aragon, “Randomized search trees”, 1996) in which every node knows how far
 * the things below it reach.
 */
public final class Ranges<T> {
  private final ToIntFunction<T> begin;
  private final ToIntFunction<T> end;
  private final Comparator<T> order;
  private final Node<T> root;

  /**
   * @param reach the greatest end below and at this node
   */
  private record Node<T>(T thing, int weight, int reach, Node<T> left, Node<T> right) {}

  /** Two halves of a tree, in order. */
  private record Halves<T>(Node<T> left, Node<T> right) {}

  /**
   * @param end exclusive
   */
  public Ranges(Collection<T> things, ToIntFunction<T> begin, ToIntFunction<T> end) {
    this.begin = begin;
    this.end = end;
    order = Comparator.comparingInt(begin).thenComparingInt(end);
    List<T> sorted = new ArrayList<>(things);
    sorted.sort(order);
    root = build(sorted);
  }

  private Ranges(ToIntFunction<T> begin, ToIntFunction<T> end, Comparator<T> order, Node<T> root) {
    this.begin = begin;
    this.end = end;
    this.order = order;
    this.root = root;
  }

  /** The same with one thing more. */
  public Ranges<T> with(T thing) {
    return new Ranges<>(begin, end, order, add(root, thing));
  }

  /** The same without one thing that equals a given one, if there is any. */
  public Ranges<T> without(T thing) {
    Node<T> rest = remove(root, thing);
    return rest == root ? this : new Ranges<>(begin, end, order, rest);
  }

  /** Spreads as good as chance, and the same things always make the same tree. */
  private int weight(T thing) {
    int mixed = begin.applyAsInt(thing) * 0x9E3779B1 + end.applyAsInt(thing) * 0x85EBCA6B;
    mixed = (mixed ^ mixed >>> 15) * 0x2C1B3C6D;
    return mixed ^ mixed >>> 13;
  }

  private Node<T> node(T thing, int weight, Node<T> left, Node<T> right) {
    int reach = end.applyAsInt(thing);
    reach = left == null ? reach : Math.max(reach, left.reach);
    reach = right == null ? reach : Math.max(reach, right.reach);
    return new Node<>(thing, weight, reach, left, right);
  }

  private Node<T> build(List<T> sorted) {
    int half = sorted.size() / 2;
    return switch (sorted.size()) {
      case 0 -> null;
      case 1 -> node(sorted.get(0), weight(sorted.get(0)), null, null);
      default -> join(build(sorted.subList(0, half)), build(sorted.subList(half, sorted.size())));
    };
  }

  private Node<T> add(Node<T> node, T thing) {
    int weight = weight(thing);
    if (node == null || weight > node.weight) {
      Halves<T> halves = split(node, thing);
      return node(thing, weight, halves.left, halves.right);
    }
    return order.compare(thing, node.thing) < 0
        ? node(node.thing, node.weight, add(node.left, thing), node.right)
        : node(node.thing, node.weight, node.left, add(node.right, thing));
  }

  private Halves<T> split(Node<T> node, T at) {
    if (node == null) {
      return new Halves<>(null, null);
    }
    if (order.compare(at, node.thing) < 0) {
      Halves<T> halves = split(node.left, at);
      return new Halves<>(halves.left, node(node.thing, node.weight, halves.right, node.right));
    }
    Halves<T> halves = split(node.right, at);
    return new Halves<>(node(node.thing, node.weight, node.left, halves.left), halves.right);
  }

  private Node<T> remove(Node<T> node, T thing) {
    if (node == null) {
      return null;
    }
    int compared = order.compare(thing, node.thing);
    if (compared == 0 && node.thing.equals(thing)) {
      return join(node.left, node.right);
    }
    Node<T> left = compared <= 0 ? remove(node.left, thing) : node.left;
    Node<T> right = compared >= 0 && left == node.left ? remove(node.right, thing) : node.right;
    return left == node.left && right == node.right
        ? node
        : node(node.thing, node.weight, left, right);
  }

  private Node<T> join(Node<T> left, Node<T> right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return left.weight > right.weight
        ? node(left.thing, left.weight, left.left, join(left.right, right))
        : node(right.thing, right.weight, join(left, right.left), right.right);
  }

  /** Everything, by begin. */
  public List<T> all() {
    return in(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** What shares at least one place with a range, by begin. */
  public List<T> in(int from, int to) {
    List<T> found = new ArrayList<>();
    collect(root, from, to, found);
    return found;
  }

  private void collect(Node<T> node, int from, int to, List<T> found) {
    if (node == null || node.reach <= from) {
      return;
    }
    collect(node.left, from, to, found);
    if (begin.applyAsInt(node.thing) < to) {
      if (end.applyAsInt(node.thing) > from) {
        found.add(node.thing);
      }
      collect(node.right, from, to, found);
    }
  }
}
