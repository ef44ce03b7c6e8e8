package org.aidledger.golden;

import java.util.ArrayList;
import java.util.List;

/**
 * Projects that add up both ways: by place and by category, where a source published only the two
 * sets of sums.
 */
final class Margins {

    private Margins() {}

    /**
     * A place as published.
     *
     * @param wan its sum
     * @param projects how many it has
     */
    record Place(String name, long wan, int projects) {}

    /** A category as published. */
    record Category(String name, long wan) {}

    /**
     * Fills the table from its upper left corner, then splits its cells until every place has its
     * number of projects.
     */
    static List<Draught> projects(List<Place> places, List<Category> categories) {
        List<Draught> projects = new ArrayList<>();
        int category = 0;
        long left = categories.getFirst().wan();
        for (Place place : places) {
            List<Draught> ofPlace = new ArrayList<>();
            long open = place.wan();
            while (open > 0) {
                if (left == 0) {
                    left = categories.get(++category).wan();
                }
                long cell = Math.min(open, left);
                String name = categories.get(category).name();
                ofPlace.add(Draught.of(id(place, ofPlace), name, place.name(), "" + cell));
                open -= cell;
                left -= cell;
            }
            while (ofPlace.size() < place.projects()) {
                split(ofPlace, place);
            }
            projects.addAll(ofPlace);
        }
        return List.copyOf(projects);
    }

    /** Takes a tenth of the first project for one more of its kind. */
    private static void split(List<Draught> projects, Place place) {
        Draught first = projects.removeFirst();
        long whole = Long.parseLong(first.planned());
        long tenth = whole / 10;
        String category = first.profile().category();
        projects.add(Draught.of(id(place, projects) + "x", category, place.name(), "" + tenth));
        projects.addFirst(
                Draught.of(first.id().value(), category, place.name(), "" + (whole - tenth)));
    }

    private static String id(Place place, List<Draught> projects) {
        return place.name() + "-" + projects.size();
    }
}
