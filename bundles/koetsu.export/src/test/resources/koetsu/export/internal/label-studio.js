/*
 * Opens tasks in Label Studio, one after another, does a reviewer's steps in the first and puts what
 * Label Studio would save into the page. Regions go in without their texts: Label Studio copies a
 * text from the page when it has found a region's place there.
 *
 * A step is {remove: id of a region} or {mark: a text, as: a label}.
 */
const LIMIT = 500;

const until = async condition => {
  for (let i = 0; i < LIMIT && !condition(); i++) {
    await new Promise(done => setTimeout(done, 20));
  }
  if (!condition()) {
    throw new Error("never became true: " + condition);
  }
};

const textless = region => {
  const { text, ...value } = region.value;
  return { ...region, value };
};

const open = async (task, index) => {
  const root = document.createElement("div");
  root.id = "task" + index;
  document.body.append(root);
  let store = null;
  new LabelStudio(root.id, {
    config,
    interfaces: ["panel", "controls", "update", "annotations:menu"],
    user: { pk: 1, firstName: "森", lastName: "花" },
    task: {
      id: index,
      data: task.data,
      annotations: task.annotations.map(a => ({ id: "1", result: a.result.map(textless) })),
      predictions: [],
    },
    onLabelStudioLoad: loaded => (store = loaded),
  });
  await until(() => store && store.annotationStore.annotations.length === 1);
  const annotation = store.annotationStore.annotations[0];
  store.annotationStore.selectAnnotation(annotation.id);
  const regions = annotation.regionStore.regions;
  await until(() => regions.length === task.annotations[0].result.length);
  await until(() => regions.every(region => region.text !== null));
  return { root, annotation };
};

const textNodeWith = (root, text) => {
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    if (nodes.currentNode.data.includes(text)) {
      return nodes.currentNode;
    }
  }
  throw new Error("the page does not show " + text);
};

const mark = async (root, annotation, text, label) => {
  const labels = [...annotation.names.get("label").children];
  labels.find(each => each._value === label).toggleSelected();
  const node = textNodeWith(root.querySelector(".lsf-htx-richtext"), text);
  const begin = node.data.indexOf(text);
  const count = annotation.regionStore.regions.length;
  const mouse = type =>
    node.parentElement.dispatchEvent(
      new MouseEvent(type, { bubbles: true, cancelable: true, button: 0, view: window }));
  mouse("mousedown");
  getSelection().setBaseAndExtent(node, begin, node, begin + text.length);
  mouse("mouseup");
  await until(() => annotation.regionStore.regions.length === count + 1);
};

const review = async ({ root, annotation }) => {
  for (const step of steps) {
    if (step.remove) {
      annotation.deleteRegion(
        annotation.regionStore.regions.find(region => region.cleanId === step.remove));
    } else {
      await mark(root, annotation, step.mark, step.as);
    }
  }
};

(async () => {
  let saved;
  try {
    saved = [];
    for (const [index, task] of tasks.entries()) {
      const opened = await open(task, index);
      if (index === 0) {
        await review(opened);
      }
      saved.push(opened.annotation.serializeAnnotation());
      opened.root.hidden = true;
    }
  } catch (error) {
    saved = String(error.stack);
  }
  const out = document.createElement("script");
  out.type = "application/json";
  out.id = "saved";
  out.textContent = JSON.stringify(saved).replaceAll("<", "\\u003c");
  document.body.append(out);
})();
