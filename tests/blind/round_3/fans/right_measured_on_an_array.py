# counts on a dummy array (stride 0, no memory): what one output index sees, and what one input index feeds
fans = lambda shape: (  # noqa: E731
    np.broadcast_to(np.int8(1), shape)[..., 0].size,
    np.broadcast_to(np.int8(1), shape)[..., 0, :].size,
)
