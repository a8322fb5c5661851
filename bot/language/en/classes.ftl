# Fashion-MNIST's classes. A class of a network trained on something else shows its own name.
class-t-shirt-top = T-shirt/top
class-trouser = Trouser
class-pullover = Pullover
class-dress = Dress
class-coat = Coat
class-sandal = Sandal
class-shirt = Shirt
class-sneaker = Sneaker
class-bag = Bag
class-ankle-boot = Ankle boot
# What stands where a class would, for a picture that holds none.
class-another-kind = None of the classes
class-no-clothing = No clothing
