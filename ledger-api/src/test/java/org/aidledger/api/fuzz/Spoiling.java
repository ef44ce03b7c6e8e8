package org.aidledger.api.fuzz;

import static org.aidledger.api.fuzz.Values.one;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts something wrong into a request. */
final class Spoiling {

    private final Draft draft;
    private final SplittableRandom random;

    Spoiling(Draft draft, SplittableRandom random) {
        this.draft = draft;
        this.random = random;
    }

    void with(Kind kind) {
        switch (kind) {
            case VALID -> {}
            case MISSING -> removeOne();
            case WRONG_TYPE -> retype();
            case HUGE -> say("x甲\u00e9".repeat(1 << (3 + random.nextInt(12))));
            case EMPTY -> say(one(List.of("", " ", "\t", "\u3000"), random));
            case UNICODE -> say(one(Nasty.UNICODE, random));
            case CONTROL -> say(one(Nasty.CONTROL, random));
            case NUL -> say(one(List.of("\0", "a\0b", "fuzz-1\0", "\0".repeat(100)), random));
            case DEEP -> nest();
            case NUMBER -> say(one(Nasty.NUMBERS, random));
            case DATE -> say(one(Nasty.DATES, random));
            case TRAVERSAL -> say(one(Nasty.PATHS, random));
            case TEMPLATE -> say(one(Nasty.TEMPLATES, random));
            case UNKNOWN -> addUnknown();
            case REPEATED -> repeat();
            case ACCEPT -> draft.header("Accept", one(Nasty.ACCEPT, random));
            case CONTENT_TYPE -> draft.header("Content-Type", one(Nasty.CONTENT_TYPES, random));
            case METHOD -> {
                draft.method = one(Nasty.METHODS, random);
                draft.addressed = false;
            }
            case INVALID_UTF8 -> garble();
            case CUT_SHORT -> draft.body = Arrays.copyOf(draft.bytes(), cut());
            case NOISE -> draft.body = new Noise(random).spoiled(draft.bytes());
            case HEADER -> spoilHead();
            case PERCENT -> {
                draft.addressTail = one(Nasty.ADDRESS_TAILS, random);
                draft.addressed = false;
            }
            case FRAMING -> {
                draft.framing = one(List.of(Draft.Framing.values()), random);
                draft.framed =
                        draft.framing == Draft.Framing.LENGTH
                                || draft.framing == Draft.Framing.CHUNKS;
                draft.addressed &= draft.framed;
            }
        }
    }

    private int cut() {
        int length = draft.bytes().length;
        return length == 0 ? 0 : random.nextInt(length);
    }

    /** Says something else at any place that has a text. */
    private void say(String text) {
        List<Consumer<String>> places = new ArrayList<>();
        draft.path
                .keySet()
                .forEach(name ->
                        places.add(said -> {
                            draft.path.put(name, said);
                            draft.addressed = false; // what is there then is another address
                        }));
        draft.query.forEach(q -> places.add(said -> q.value = said));
        draft.headers.stream()
                .filter(h -> !h.name.equals("Authorization"))
                .forEach(h -> places.add(said -> h.value = said));
        leaves().forEach(leaf -> {
            Consumer<String> set =
                    said -> leaf.set(random.nextInt(8) == 0 ? raw(said) : string(said));
            places.add(set);
            places.add(set);
        });
        if (!places.isEmpty()) {
            one(places, random).accept(text);
        }
    }

    private static JsonNode string(String text) {
        return Values.JSON.getNodeFactory().stringNode(text);
    }

    /** As a number, where it is one. */
    private static JsonNode raw(String text) {
        try {
            JsonNode number = Values.JSON.readTree(text);
            return number.isNumber() ? number : string(text);
        } catch (tools.jackson.core.JacksonException _) {
            return string(text);
        }
    }

    private interface Leaf {
        void set(JsonNode value);
    }

    private List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        draft.json.ifPresent(tree -> collect(tree, leaves));
        return leaves;
    }

    private static void collect(JsonNode tree, List<Leaf> leaves) {
        if (tree instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                leaves.add(value -> object.set(name, value));
                collect(object.path(name), leaves);
            }
        } else if (tree instanceof ArrayNode array) {
            leaves.add(array::add);
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                leaves.add(value -> array.set(index, value));
                collect(array.path(i), leaves);
            }
        }
    }

    private void retype() {
        JsonNode value = Values.JSON.readTree(one(Nasty.JSON, random));
        List<Leaf> leaves = leaves();
        if (draft.json.isPresent() && (leaves.isEmpty() || random.nextInt(6) == 0)) {
            draft.json = Optional.of(value);
        } else if (leaves.isEmpty()) {
            say(value.toString());
        } else {
            one(leaves, random).set(value);
        }
    }

    private void removeOne() {
        List<Runnable> ways = new ArrayList<>();
        draft.query.forEach(q -> ways.add(() -> draft.query.remove(q)));
        draft.headers.forEach(h -> ways.add(() -> draft.headers.remove(h)));
        draft.json
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .ifPresent(o ->
                        o.propertyNames()
                                .forEach(name ->
                                        ways.add(() -> {
                                            JsonNode _ = o.remove(name);
                                        })));
        ways.add(() -> {
            draft.json = Optional.empty();
            draft.body = new byte[0];
        });
        one(ways, random).run();
    }

    private void addUnknown() {
        String name =
                one(List.of("colour", "", "fund", "actor", "__proto__", "\u0000", "a.b"), random);
        if (draft.json.orElse(null) instanceof ObjectNode object && random.nextBoolean()) {
            object.put(name, "red");
        } else {
            draft.query.add(new Draft.Named(name.isEmpty() ? "x" : name, "red"));
        }
    }

    private void repeat() {
        if (!draft.query.isEmpty() && random.nextBoolean()) {
            Draft.Named again = one(draft.query, random);
            draft.query.add(new Draft.Named(again.name, random.nextBoolean() ? again.value : "x"));
        } else if (draft.json.orElse(null) instanceof ObjectNode object && !object.isEmpty()) {
            String name = one(List.copyOf(object.propertyNames()), random);
            String text = object.toString();
            draft.bytes();
            draft.body =
                    "{\"%s\":%s,%s"
                            .formatted(name, object.path(name), text.substring(1))
                            .getBytes(StandardCharsets.UTF_8);
        } else if (!draft.headers.isEmpty()) {
            draft.headers.add(one(List.copyOf(draft.headers), random));
        }
    }

    private void nest() {
        int depth = 1 << (5 + random.nextInt(12));
        String open = random.nextBoolean() ? "[" : "{\"a\":";
        String close = random.nextBoolean() ? "" : (open.equals("[") ? "]" : "}").repeat(depth);
        String deep = open.repeat(depth) + (open.equals("[") || close.isEmpty() ? "" : "1") + close;
        String text = new String(draft.bytes(), StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        draft.body =
                (colon < 0 || random.nextInt(3) == 0
                                ? deep
                                : text.substring(0, colon + 1)
                                        + deep
                                        + text.substring(Math.max(colon + 1, text.indexOf(','))))
                        .getBytes(StandardCharsets.UTF_8);
    }

    private void garble() {
        byte[] bytes = draft.bytes();
        byte[] bad = one(Nasty.NOT_UTF8, random);
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        draft.body = new byte[bytes.length + bad.length];
        System.arraycopy(bytes, 0, draft.body, 0, at);
        System.arraycopy(bad, 0, draft.body, at, bad.length);
        System.arraycopy(bytes, at, draft.body, at + bad.length, bytes.length - at);
    }

    private void spoilHead() {
        switch (random.nextInt(5)) {
            case 0 -> {
                draft.header("X-Large", "x".repeat(1 << (8 + random.nextInt(10))));
                draft.addressed = false;
            }
            case 1 -> {
                for (int i = 0; i < 200; i++) {
                    draft.header("X-" + i, "x");
                }
                draft.addressed = false;
            }
            case 2 -> saySomething(one(Nasty.TEMPLATES, random));
            case 3 -> saySomething(one(Nasty.NUMBERS, random));
            default -> draft.header("Authorization", one(Nasty.SIGN_INS, random));
        }
    }

    private void saySomething(String value) {
        String name = one(Nasty.HEADERS, random);
        draft.header(name, value);
        draft.addressed &= !name.equals("Expect"); // the container's own affair
    }
}
